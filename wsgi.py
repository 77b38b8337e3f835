"""What a WSGI server loads."""

from register.app import create_app
from register.web import warming
from register.web.context import EXTENSION

application = create_app()
warming.begin(application.extensions[EXTENSION])
