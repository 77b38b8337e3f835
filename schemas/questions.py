"""Questions of citizens as they travel."""

from marshmallow import fields

from register.domain.questions import QuestionKind
from schemas.answers import Answer
from schemas.asked import AsOf
from schemas.fields import Judged
from schemas.json_values import enum
from schemas.parts import NUMBER_FORM

_DAY = {"type": "string", "format": "date"}


class QuestionsQuery(AsOf):
    """Up to which day."""


class QuestionSchema(Answer):
    """A question or a report of an error that is public, with the answer once that is public too."""

    number = Judged(NUMBER_FORM, required=True)
    registration = Judged(NUMBER_FORM, required=True)
    organisation = Judged(NUMBER_FORM, required=True, metadata={"description": "The body that has to answer."})
    kind = Judged(enum(QuestionKind), required=True)
    language = fields.String(required=True, metadata={"description": "In which it was asked."})
    about = fields.String(metadata={"description": "The field that it is about, when it is about one."})
    text = fields.String(required=True, metadata={"description": "As a moderator made it public."})
    asked_on = Judged(_DAY, required=True, data_key="askedOn")
    due_on = Judged(_DAY, required=True, data_key="dueOn", metadata={"description": "The last day on which an answer is in time."})
    answer = fields.String(metadata={"description": "Of the body, as a moderator made it public."})
    answer_language = fields.String(data_key="answerLanguage", metadata={"description": "In which it was answered."})
    answered_on = Judged(_DAY, data_key="answeredOn")


class QuestionsSchema(Answer):
    """The questions about a registration."""

    number = Judged(NUMBER_FORM, required=True)
    items = fields.List(fields.Nested(QuestionSchema), required=True)
