"""Starts the provider on this machine: `python -m register.dev_idp`."""

import argparse
import logging
import os
import signal
import socket
import sys
from types import FrameType

from werkzeug.serving import make_server

from register.dev_idp.app import create_app, issuer
from register.settings import LOOPBACK, WrongSettings, read


def main() -> None:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser(prog="python -m register.dev_idp", description="Development identity provider, for this machine only.")
    parser.add_argument("--host", default="127.0.0.1", help="a loopback address (default: %(default)s)")
    host = parser.parse_args().host
    if host not in LOOPBACK:
        sys.exit(f"{host}: the development identity provider lets anyone in as anyone, so it listens on a loopback address only.")
    try:
        settings = read(os.environ)
        app = create_app(settings)
    except WrongSettings as problem:
        sys.exit(str(problem))
    logging.basicConfig(level=settings.log_level, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # its access log holds codes and ID tokens
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    server = make_server(host, settings.dev_idp_port, app, threaded=True, fd=_listening(host, settings.dev_idp_port).detach())
    logging.getLogger("register.dev_idp").info("log in at %s", issuer(settings))
    server.serve_forever()


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens; werkzeug would end with a sentence that does not name our setting."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as problem:
        sys.exit(f"Port {port} cannot be used: {problem.strerror}. Choose another with REGISTER_DEV_IDP_PORT.")


def _stop(number: int, frame: FrameType | None) -> None:
    sys.exit(0)


if __name__ == "__main__":
    main()
