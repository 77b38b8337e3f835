"""Other standards, one module per format."""
