"""The outside world, behind the ports: search, identity providers, printers, files."""
