"""What is true: the rules of the register, as pure functions over plain data.

Nothing here knows a framework, a database or the time of day.
"""
