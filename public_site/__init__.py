"""A door of the register."""

from flask import Flask


def install(app: Flask) -> None:
    """Open this door."""
