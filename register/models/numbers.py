"""Permanent numbers that were given out; none is ever given twice."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from register.db import Base


class Number(Base):
    """A number of an entry, organisation or product. It stays here when the thing is discarded."""

    __tablename__ = "numbers"

    number: Mapped[str] = mapped_column(String(9), primary_key=True)
