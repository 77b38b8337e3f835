"""What a WSGI server loads."""

from register.app import create_app

application = create_app()
