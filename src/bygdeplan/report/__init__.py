"""What the program says: findings and differences, on the terminal and for other programs."""
