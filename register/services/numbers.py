"""Permanent numbers: eight random digits and a check digit (ISO 7064 MOD 11,10), never given out twice."""

import secrets

from sqlalchemy.orm import Session
from stdnum.iso7064 import mod_11_10

from register.models import Number


def give(session: Session) -> str:
    """Give out a new number and keep that it was given."""
    while True:
        digits = str(10_000_000 + secrets.randbelow(90_000_000))
        number: str = digits + mod_11_10.calc_check_digit(digits)
        if session.get(Number, number) is None:
            session.add(Number(number=number))
            session.flush()
            return number
