"""What is found: a finding is a value, a fault ends the command."""
