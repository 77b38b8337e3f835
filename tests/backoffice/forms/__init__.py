"""Documents as forms, and back."""
