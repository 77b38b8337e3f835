"""The numbers of the register, with pictures: each number leads to the registrations that it counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from public_site import as_of
from public_site.addresses import page
from public_site.charts import NARROW, WIDE, Month, drawn
from public_site.findings import finding, finding_of_principles
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
    "overdue": N_("Registrations that were not reviewed in time"),
    "product": N_("Products that are used more than once"),
    "registered": N_("Organisations with and without registrations"),
    "month": N_("New registrations a month, and the total"),
}
#: What stands under the name of a figure, where that does not say all.
NOTES = {
    "completeness": N_("Only of registrations that their organisation wrote here itself."),
    "overdue": N_("What was taken over from another register has no date of review, and is never late here."),
    "month": N_(
        "By the month in which a registration was first published; withdrawn ones are left out. The total in the table is what was in the "
        "register at the end of the month, or of the day shown. A registration counts in it until it is withdrawn."
    ),
}
#: The figures that set a part beside something else: what their words mean, which are those of the filter of that name.
#: "" is everything.
PARTS = {
    "overdue": {"true": N_("Not reviewed in time"), "": N_("All registrations")},
    "registered": {"false": N_("Have registered nothing"), "true": N_("Have registrations")},
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
    """One number: what it counts, where those registrations are, and how long its bar is in percent of the longest.

    There is nothing to lead to behind a 0.
    """

    text: str
    count: int
    href: str
    width: float
    share: float
    #: Of a month: how many there were at the end of it, and where those are.
    total: int = 0
    total_href: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure in words."""

    name: str
    #: What it finds; its subject when there is nothing to find.
    title: str
    subject: str
    note: str
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
    """A principle with its outcomes; its total leads to every registration that has one."""

    name: str
    total: int
    href: str
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
        principles=finding_of_principles(found),
        principles_csv=_csv_address("principles"),
        organisations_url=lambda **pairs: _organisations(found, **pairs),
        drawn=lambda every, form: drawn(every, {"wide": WIDE, "narrow": NARROW}[form]),
        most_rows=MOST_ROWS,
        most_months={"wide": WIDE[0], "narrow": NARROW[0]},
        api=with_query("/api/v1/statistics", as_of.pairs()),
    )


@page("/cijfers.csv", "/statistics.csv", representation="csv")
def statistics_csv() -> ResponseReturnValue:
    """Give one figure as CSV: `figure` names it."""
    name = request.args.get("figure", "")
    if name not in {*SUBJECTS, "principles"}:
        raise NotUnderstood([Problem("figure", name, NOT_A_CHOICE)])
    content = "".join(_lines(_found(), name))
    response = Response(content, mimetype="text/csv")
    day = as_of.day() or day_of(now())
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-{day.isoformat()}-{public_state().sequence}.csv"'
    return response


def _lines(found: Statistics, name: str) -> Iterator[str]:
    """Write a figure as CSV. That of the months has the total at the end of each as well."""
    what = "organisations" if name == "registered" else "registrations"
    names = list(Principle) if name == "principles" else [name]
    counted = ((each, word, count) for each in names for word, count in _figure(found, each).rows.items())
    rows = ({"figure": each, "word": word or "all", what: str(count)} for each, word, count in counted)
    if name != "month":
        return tables.lines(rows, ("figure", "word", what))
    return tables.lines((row | {"total": str(found.totals[row["word"]])} for row in rows), ("figure", "word", what, "total"))


def _found() -> Statistics:
    return counting.statistics(reading(), wiring().search, today=as_of.day() or day_of(now()), as_of=as_of.day())


def _shown(found: Statistics, name: str) -> Shown:
    figure = _figure(found, name)
    is_by_month = name == "month"
    rows = tuple(_months(found) if is_by_month else _rows(found, figure))
    columns = tuple(Month(month, count) for month, count in figure.rows.items()) if is_by_month else ()
    return Shown(
        name=name,
        title=finding(found, figure, {word: row.text for word, row in zip(figure.rows, rows, strict=True)}) or _(SUBJECTS[name]),
        subject=_(SUBJECTS[name]),
        note=_(NOTES[name]) if name in NOTES else "",
        rows=rows,
        csv=_csv_address(name),
        months=columns,
    )


def _figure(found: Statistics, name: str) -> Figure:
    if name == "overdue":
        return Figure(name, {"true": found.overdue, "": found.registrations})
    if name == "registered":
        return Figure(name, {"false": found.silent, "true": found.organisations})
    return found.figures[name]


def _rows(found: Statistics, figure: Figure) -> Iterator[Row]:
    all_ = figure.total if figure.name == "registered" else found.registrations
    for word, count in figure.rows.items():
        href = _address(found, figure.name, word) if count else ""
        yield Row(_text(figure.name, word), count, href, 100 * count / max(figure.most, 1), count / all_ if all_ else 0.0)


def _address(found: Statistics, name: str, word: str) -> str:
    """Return the address of what a word of a figure counts."""
    if name == "registered":
        return _organisations(found, registered=word if word == "false" else "")
    return _listed(found, (name, word))


def _months(found: Statistics) -> Iterator[Row]:
    """Return the months with what was new in each, and with the total at its end."""
    for row in _rows(found, found.figures["month"]):
        total = found.totals[row.text]
        yield replace(row, total=total, total_href=_listed_at_the_end_of(found, row.text) if total else "")


def _bar(found: Statistics, principle: Principle) -> Bar:
    figure = found.figures[principle]
    rows = {row.text: row for row in _rows(found, figure)}
    total, start = figure.total, 0.0
    parts, counts = [], []
    for outcome, colour in OUTCOMES.items():
        row = rows.get(label(outcome, language.current()))
        counts.append(row)
        if row is not None:
            parts.append(Part(row, colour, start))
            start += 100 * row.count / total
    href = _listed(found, *((figure.name, word) for word in figure.rows)) if total else ""
    return Bar(label(principle, language.current()), total, href, [_sized(part, total) for part in parts], counts)


def _sized(part: Part, total: int) -> Part:
    row = part.row
    return Part(Row(row.text, row.count, row.href, 100 * row.count / total, row.share), part.colour, part.start)


def _text(name: str, word: str) -> str:
    if name == "product":
        row = public_products.by_number(reading(), word, as_of.day())
        return word if row is None else localised(row.document["name"], language.current()).text
    if name == "month":
        return word
    if name in PARTS:
        return _(PARTS[name][word])
    return label(VOCABULARIES[name](word), language.current())


def _listed(found: Statistics, *pairs: tuple[str, str]) -> str:
    """Return the address of the registrations behind a number."""
    is_mixed = not found.are_examples and has_examples(reading())
    rest = [("example", "false" if is_mixed else "")]
    return with_query(page_url("public_site.search"), [*pairs, *rest])


def _listed_at_the_end_of(found: Statistics, month: str) -> str:
    """Return the address of the registrations that were there at the end of a month."""
    today = as_of.day() or day_of(now())
    day = counting.month_end(month, today)
    shown = as_of.pairs() if day == today else [(as_of.NAME, day.isoformat())]
    return with_query(page_url("public_site.search"), [("example", str(found.are_examples).lower()), *shown])


def _csv_address(name: str) -> str:
    return with_query(page_url("public_site.statistics_csv"), [("figure", name)])


def _organisations(found: Statistics, **pairs: str) -> str:
    """Return the address of the organisations behind a number."""
    example = "" if found.are_examples or not has_examples(reading()) else "false"
    asked = [*pairs.items(), ("example", example)]
    return with_query(page_url("public_site.organisations"), asked)
