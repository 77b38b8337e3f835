"""What can be done: one function per use case. Authorise, decide, store, audit, flush; the door commits."""
