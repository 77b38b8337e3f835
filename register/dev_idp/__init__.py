"""A small OpenID Connect provider for one's own machine: demonstration accounts at a click, without passwords.

It is a program of its own (`python -m register.dev_idp`), so that a login
takes the same road as with a real provider. Nothing of the register imports it.
"""

from register.dev_idp.app import create_app

__all__ = ["create_app"]
