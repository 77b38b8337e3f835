"""Who hears by mail of changes in a selection."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from register.db import Base
from register.domain.subscriptions import Frequency


class Subscription(Base):
    """A selection that somebody follows. It is deleted when they stop, and when they never confirmed: nothing of it is kept."""

    __tablename__ = "subscriptions"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: Stands for it in the links of its letters.
    key: Mapped[str] = mapped_column(String(32), unique=True)
    email: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(2))
    frequency: Mapped[Frequency]
    #: The search, as the query string of its one address; "" is the whole register.
    selection: Mapped[str] = mapped_column(String(2000))
    asked_at: Mapped[datetime]
    #: Empty until its owner followed the link of the first letter.
    confirmed_at: Mapped[datetime | None]
    #: What changed up to then is known to its owner.
    told_until: Mapped[datetime]
    next_at: Mapped[datetime] = mapped_column(index=True)
