"""What the bodies decided, held against the common wording."""
