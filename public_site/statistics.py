"""The numbers of the register, with pictures: each number leads to the registrations that it counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from public_site import as_of
from public_site.addresses import page
from public_site.charts import NARROW, WIDE, Month, drawn, months
from register.domain.calendar import day_of
from register.domain.principles.criteria import Principle
from register.domain.principles.outcome import PrincipleOutcome
from register.labels import label
from register.queries import public_products
from register.queries import statistics as counting
from register.queries.public_state import has_examples
from register.queries.statistics import Figure, Statistics
from register.rendering import tables
from register.translations.formats import localised
from register.web import language
from register.web.context import now, reading, wiring
from register.web.language import N_, _
from register.web.links import with_query
from register.web.pages import page_url, public_state
from register.web.parameters import NOT_A_CHOICE, NotUnderstood, Problem
from register.web.selections import VOCABULARIES

#: The figures in the order of the page, with what each counts. Principles are one picture of four.
SUBJECTS = {
    "category": N_("Registrations by risk under the AI Act"),
    "kind": N_("Registrations by kind"),
    "decisionRole": N_("Registrations by what they do in decisions"),
    "status": N_("Registrations by status"),
    "theme": N_("Registrations by theme; one may have several"),
    "type": N_("Registrations by sort of organisation"),
    "assessment": N_("Impact assessments, and how far they are"),
    "completeness": N_("How much is told of what can be told"),
    "product": N_("Products that are used more than once"),
    "month": N_("New registrations a month"),
}
#: So many rows has a picture at most; the table has them all.
MOST_ROWS = 12
#: Colour and order of the outcomes in the bars: best first, and never colour alone, for the table says it too.
OUTCOMES = {
    PrincipleOutcome.SUBSTANTIATED: "c1", PrincipleOutcome.CLAIMED: "c3", PrincipleOutcome.IN_PROGRESS: "c2",
    PrincipleOutcome.NOT_MET: "c4", PrincipleOutcome.NOT_APPLICABLE: "c5", PrincipleOutcome.NOT_ASSESSED: "c5",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One number: what it counts, where those registrations are, and how long its bar is in percent of the longest."""

    text: str
    count: int
    href: str
    width: float
    share: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure in words."""

    name: str
    title: str
    rows: Sequence[Row]
    csv: str
    months: Sequence[Month] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bar of a principle: where it begins and how long it is, in percent."""

    row: Row
    colour: str
    start: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A principle with its outcomes."""

    name: str
    parts: Sequence[Part]
    counts: Sequence[Row | None]


@page("/cijfers", "/statistics", here="statistics")
def statistics() -> ResponseReturnValue:
    """Show all figures."""
    found = _found()
    return render_template(
        "public_site/statistics.html",
        found=found,
        figures=[_shown(found, name) for name in SUBJECTS],
        bars=[_bar(found, principle) for principle in Principle],
        outcomes=[(label(outcome, language.current()), colour) for outcome, colour in OUTCOMES.items()],
        listed=lambda **pairs: _listed(found, *pairs.items()),
        principles_csv=_csv_address("principles"),
        organisations_url=_organisations,
        drawn=lambda every, form: drawn(every, {"wide": WIDE, "narrow": NARROW}[form]),
        most_rows=MOST_ROWS,
        api=with_query("/api/v1/statistics", as_of.pairs()),
    )


@page("/cijfers.csv", "/statistics.csv", representation="csv")
def statistics_csv() -> ResponseReturnValue:
    """Give one figure as CSV: `figure` names it."""
    name = request.args.get("figure", "")
    if name not in {*SUBJECTS, "principles"}:
        raise NotUnderstood([Problem("figure", name, NOT_A_CHOICE)])
    found = _found()
    names = list(Principle) if name == "principles" else [name]
    counted = ((each, word, count) for each in names for word, count in found.figures[each].rows.items())
    rows = ({"figure": each, "word": word, "registrations": str(count)} for each, word, count in counted)
    content = "".join(tables.lines(rows, ("figure", "word", "registrations")))
    response = Response(content, mimetype="text/csv")
    day = found.selection.as_of or day_of(now())
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-{day.isoformat()}-{public_state().sequence}.csv"'
    return response


def _found() -> Statistics:
    return counting.statistics(reading(), wiring().search, today=as_of.day() or day_of(now()), as_of=as_of.day())


def _shown(found: Statistics, name: str) -> Shown:
    figure = found.figures[name]
    rows = tuple(_rows(found, figure))
    return Shown(name, _(SUBJECTS[name]), rows, _csv_address(name), months(figure.rows) if name == "month" else ())


def _rows(found: Statistics, figure: Figure) -> Iterator[Row]:
    for word, count in figure.rows.items():
        share = count / found.registrations if found.registrations else 0.0
        yield Row(_text(figure.name, word), count, _listed(found, (figure.name, word)), 100 * count / figure.most, share)


def _bar(found: Statistics, principle: Principle) -> Bar:
    rows = {row.text: row for row in _rows(found, found.figures[principle])}
    total, start = found.figures[principle].total, 0.0
    parts, counts = [], []
    for outcome, colour in OUTCOMES.items():
        row = rows.get(label(outcome, language.current()))
        counts.append(row)
        if row is not None:
            parts.append(Part(row, colour, start))
            start += 100 * row.count / total
    return Bar(label(principle, language.current()), [_sized(part, total) for part in parts], counts)


def _sized(part: Part, total: int) -> Part:
    row = part.row
    return Part(Row(row.text, row.count, row.href, 100 * row.count / total, row.share), part.colour, part.start)


def _text(name: str, word: str) -> str:
    if name == "product":
        row = public_products.by_number(reading(), word, as_of.day())
        return word if row is None else localised(row.document["name"], language.current()).text
    if name == "month":
        return word
    return label(VOCABULARIES[name](word), language.current())


def _listed(found: Statistics, *pairs: tuple[str, str]) -> str:
    """Return the address of the registrations behind a number."""
    is_mixed = not found.are_examples and has_examples(reading())
    rest = [("example", "false" if is_mixed else "")]
    return with_query(page_url("public_site.search"), [*pairs, *rest])


def _csv_address(name: str) -> str:
    return with_query(page_url("public_site.statistics_csv"), [("figure", name)])


def _organisations(**pairs: str) -> str:
    """Return the address of the organisations behind a number."""
    example = "" if _found().are_examples or not has_examples(reading()) else "false"
    asked = [*pairs.items(), ("example", example)]
    return with_query(page_url("public_site.organisations"), asked)
