"""What people need to prove that a document is genuine: its fingerprint, readable, and the address to type over."""

from urllib.parse import urlsplit

from flask import url_for

from register.web.context import wiring


def in_groups(sha256: str) -> str:
    """Write a fingerprint in groups of four, so that two can be compared by eye."""
    return " ".join(sha256[place : place + 4] for place in range(0, len(sha256), 4))


def short_address(number: str) -> str:
    """Return the short address of a registration, without https://."""
    base = urlsplit(wiring().settings.base_url)
    return f"{base.netloc}{base.path}{url_for('public_site.short', number=number)}"
