"""From a view to a page and its files: templates, changes shown in the text, production."""
