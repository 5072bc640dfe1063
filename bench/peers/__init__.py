"""What others need for the same: checking the same file, making the same docx files.

They come with the extra `bench`, and are used by nothing else.
"""
