"""The door of the clock and the queue: what happens without anybody asking for it at that moment."""
