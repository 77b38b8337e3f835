"""The outside world, behind the Protocols of `register.ports`; one module per service or format."""
