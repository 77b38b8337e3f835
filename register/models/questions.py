"""What citizens asked about a registration, and each step since."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from register.db import Base
from register.domain.questions import ForwardedAs, QuestionKind, QuestionState, QuestionStep, RefusalGround
from register.models.entries import Entry
from register.models.organisations import Organisation


class Question(Base):
    """A question or a report, private until a moderator let it through.

    What may be read by all is in `public_text` and `answer`. The e-mail address,
    the text as it was typed and the note are deleted some time after the end,
    and all that was said when it was hidden (`register.domain.questions`).
    """

    __tablename__ = "questions"
    __table_args__ = (Index("ix_questions_work", "organisation_id", "state", "due_on"), Index("ix_questions_state", "state", "asked_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(9), ForeignKey("numbers.number"), unique=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entries.id"), index=True)
    #: The body that had the registration when it was asked, and that answers.
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    kind: Mapped[QuestionKind]
    state: Mapped[QuestionState]
    language: Mapped[str] = mapped_column(String(2))
    #: The field that it is about; "" is the whole registration.
    about: Mapped[str] = mapped_column(String(60), default="")
    #: As it was typed; "" once it was deleted.
    text: Mapped[str] = mapped_column(Text)
    #: As the public reads it: without what a moderator took out.
    public_text: Mapped[str] = mapped_column(Text, default="")
    #: Of who asked; "" once it was deleted.
    email: Mapped[str] = mapped_column(String(254), default="")
    #: Whether the body may have the address, to ask something back.
    may_pass_on: Mapped[bool] = mapped_column(default=False)
    asked_at: Mapped[datetime]
    #: The day of receipt: when its sender confirmed it.
    received_at: Mapped[datetime | None]
    #: ISO date: the last day on which an answer is in time; "" while none is asked.
    due_on: Mapped[str] = mapped_column(String(10), default="")
    answer: Mapped[str] = mapped_column(Text, default="")
    #: In which the answer is; it says nothing while there is none.
    answer_language: Mapped[str] = mapped_column(String(2), default="nl", server_default="nl")
    answered_at: Mapped[datetime | None]
    refused_for: Mapped[RefusalGround | None]
    forwarded_as: Mapped[ForwardedAs | None]
    #: What a moderator said with the last step: why not, or what to mend.
    note: Mapped[str] = mapped_column(Text, default="")
    #: The first end: what is hidden later has its address no longer.
    ended_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=1)

    entry: Mapped[Entry] = relationship()
    organisation: Mapped[Organisation] = relationship()

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012  # SQLAlchemy declares it as it is


class QuestionEvent(Base):
    """A step in the life of a question; the log beside the state, and what the public read model is made of again."""

    __tablename__ = "question_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"), index=True)
    step: Mapped[QuestionStep]
    #: Who did it; "" for who asked.
    public_id: Mapped[str] = mapped_column(String(32), default="")
    at: Mapped[datetime]
    #: The publication sequence that this raised; empty when the public saw nothing.
    public_sequence: Mapped[int | None]
