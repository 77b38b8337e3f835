"""Invented organisations, products and registrations, to show what the register does before anything real is in it.

The texts stand in `data/`, one TOML file per organisation, product and
registration; nothing in them is a real person, body or product.
"""
