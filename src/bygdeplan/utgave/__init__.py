"""Earlier editions of a plan: as git remembers the file, or as an adopted revision was locked."""
