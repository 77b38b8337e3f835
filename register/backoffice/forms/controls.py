"""The control for each kind of value: what the templates need to show one input or one group of them.

`single` covers every simple type; composites and lists are made of those in
`questions`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from register.backoffice.forms.problems import control_id
from register.backoffice.forms.values import Raw, text_at
from register.domain.standard import types as t
from register.domain.standard.rich_text import from_plain, to_html, visible_text
from register.labels import explanation, label
from register.translations import Language, gettext

#: Up to so many choices are shown at once; more fold into a list.
MOST_RADIOS = 8
#: So long a text wants more than one line.
ONE_LINE = 200
#: So many short choices go in columns.
COLUMNS_FROM = 9

Option = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Control:
    """One control of a form. `kind` names the macro that shows it; the other members are what that takes."""

    kind: str
    name: str
    id: str
    label: str
    help: str = ""
    example: str = ""
    note: str = ""
    value: str = ""
    values: tuple[str, ...] = ()
    month: str = ""
    day: str = ""
    year: str = ""
    options: tuple[Option, ...] = ()
    has_columns: bool = False
    errors: tuple[str, ...] = ()
    limit: int = 0
    used: int = 0
    lines: int = 1
    inputmode: str = ""
    language: str = ""

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Return the options as a list shows them: without what they mean."""
        return [(value, words) for value, words, _ in self.options]


@dataclass(frozen=True, slots=True)
class Form:
    """What is typed in a form, what is wrong with it, and in which language it is shown and written."""

    raw: Raw
    errors: Mapping[str, Sequence[str]]
    language: Language
    own_language: str = "nl"
    #: The rows that were just added, by list: they are open and empty.
    new_rows: Mapping[str, str] = field(default_factory=dict)

    def say(self, english: str) -> str:
        """Say a sentence in the language in which the form is shown."""
        return gettext(self.language, english)

    def errors_at(self, name: str) -> tuple[str, ...]:
        """Return what is wrong with one input."""
        return tuple(self.errors.get(name, ()))


@dataclass(frozen=True, slots=True)
class Words:
    """What is said around a control."""

    label: str
    help: str = ""
    example: str = ""
    note: str = ""


def single(form: Form, kind: t.Type, name: str, words: Words, *, in_row: bool = False) -> Control:
    """Return the control of a simple value. In a row of a list everything is shown as compactly as it can be."""
    plain = Control(
        "text",
        name,
        control_id(name),
        words.label,
        words.help,
        words.example,
        words.note,
        inputmode=_inputmode(kind),
        errors=form.errors_at(name),
    )
    match kind:
        case t.Month() | t.Date():
            day, month, year = (text_at(form.raw, f"{name}-{part}") for part in ("day", "month", "year"))
            return replace(plain, kind="month" if isinstance(kind, t.Month) else "date", day=day, month=month, year=year)
        case t.Choice():
            options = options_of(kind.vocabulary, form.language)
            is_list = in_row or len(options) > MOST_RADIOS
            return replace(plain, kind="select" if is_list else "radios", value=text_at(form.raw, name), options=options)
        case t.Choices():
            options = options_of(kind.vocabulary, form.language)
            chosen = tuple(form.raw.get(name, ()))
            return replace(plain, kind="checkboxes", values=chosen, options=options, has_columns=len(options) >= COLUMNS_FROM)
        case t.Strings() | t.Urls():
            return replace(plain, kind="textarea", value=text_at(form.raw, name), lines=4)
        case _:
            return replace(plain, value=text_at(form.raw, name))


def localised(form: Form, kind: t.Text | t.Rich, name: str, words: Words, language: str) -> Control:
    """Return the control of a text in one language."""
    here = f"{name}.{language}"
    value = text_at(form.raw, here)
    is_long = isinstance(kind, t.Rich) or kind.limit > ONE_LINE or "\n" in value
    return Control(
        "textarea" if is_long else "text",
        here,
        control_id(here),
        words.label,
        words.help,
        words.example,
        words.note,
        value,
        errors=form.errors_at(here),
        limit=kind.limit,
        used=len(visible_text(to_html(from_plain(value)))) if isinstance(kind, t.Rich) else len(value),
        lines=5 if kind.limit > 1000 else 3,
        language=language if language != form.language else "",
    )


def options_of(vocabulary: type[StrEnum], language: Language) -> tuple[Option, ...]:
    """Return the words of a vocabulary, with what they mean."""
    return tuple((member.value, label(member, language), explanation(member, language)) for member in vocabulary)


def _inputmode(kind: t.Type) -> str:
    match kind:
        case t.Url():
            return "url"
        case t.Integer() | t.RegistrationReference():
            return "numeric"
        case _:
            return ""
