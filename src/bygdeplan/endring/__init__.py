"""What differs between two plans, and how much it matters."""
