"""What can be asked of the register, on a real database."""
