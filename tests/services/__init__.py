"""What can be done, use case by use case, on a real database."""
