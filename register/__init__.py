"""A transparency register of the algorithms and generative AI that public bodies use."""

__version__ = "0.1.0"
