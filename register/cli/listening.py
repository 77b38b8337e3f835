"""Whether a port can be had, asked before anything else is done.

The server shares its port among its workers (SO_REUSEPORT), so a second server on the same port would start without
complaint and answer half of the visitors. Binding without that option shows whether anybody listens.

`scripts/run` runs this file by its path before anything is installed: standard library only.
"""

import errno
import socket
import sys


def reason_against(host: str, port: int) -> str | None:
    """Say why nothing can listen on this address and port, or return None when it is free."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections of a server that just stopped do not count
            probe.bind(address)
            probe.listen()
    except OSError as failure:
        reasons = {
            errno.EADDRINUSE: "another program is using it",
            errno.EACCES: "ports under 1024 are for the system administrator",
        }
        return reasons.get(failure.errno or 0, failure.strerror or str(failure))
    return None


def refusal(host: str, port: int, setting: str) -> str | None:
    """Return the sentence to show when the port cannot be had: what is wrong, and which setting to change."""
    reason = reason_against(host, port)
    return reason and f"Port {port} on {host} cannot be used: {reason}. To use another port: {setting}={port + 10}"


def main(arguments: list[str]) -> str | None:
    """Check what is given as SETTING=host:port, and return what there is to say against it."""
    refusals: list[str | None] = []
    for argument in arguments:
        setting, _, address = argument.partition("=")
        host, _, port = address.rpartition(":")
        if port.isdecimal() and 0 < int(port) < 65536:
            refusals.append(refusal(host, int(port), setting))
        else:
            refusals.append(f"{setting}: '{port}' is not a port; choose a number from 1 to 65535.")
    return "\n".join(sentence for sentence in refusals if sentence) or None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
