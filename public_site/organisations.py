"""The bodies that register, and one of them with what it registered."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from public_site import as_of, names
from public_site.addresses import page
from public_site.profiles import profile
from register.domain.calendar import day_of
from register.domain.organisations import OrganisationType
from register.errors import NotFound
from register.labels import label
from register.queries import changes, facets, public_organisations, registrations
from register.queries.bodies import bodies
from register.queries.changes import Asked
from register.queries.columns import columns
from register.queries.public_organisations import BodySelection
from register.queries.registrations import Selection, Sort
from register.rendering import linked_data
from register.translations.formats import Localised, localised
from register.web import language
from register.web.context import now, reading, wiring
from register.web.links import with_query
from register.web.pages import page_url
from register.web.parameters import Flag, Reader

PAGE_SIZE = 60
NEWEST = 10
#: So many changes stand on the page of a body; the rest is on the page of changes.
LAST_CHANGES = 5


@page("/organisaties", "/organisations", here="organisations")
def organisations() -> ResponseReturnValue:
    """List the bodies with registrations, or all of them, by name: the register ranks none, and leaves any `sort` alone."""
    given = Reader(request.args)
    words, example, number = given.text("q"), given.flag("example"), given.page()
    types = given.words("type", OrganisationType)
    shows_all, registered = Flag.TRUE in given.words("all", Flag), given.flag("registered")
    given.finish()
    registering = None if shows_all else registered is not False
    wanted = BodySelection(words, types, registering, example, as_of.day(), language.current())
    found, total = public_organisations.listed(reading(), wanted, offset=(number - 1) * PAGE_SIZE, limit=PAGE_SIZE)
    if not found and number > 1:
        raise NotFound
    silent = "false" if registering is False else ""
    asked = [
        ("q", words),
        *(("type", each) for each in types),
        ("registered", silent),
        ("example", request.args.get("example", "")),
    ]

    def address(number: int = 1, *, all_: bool = shows_all) -> str:
        pairs = [*asked, ("all", "true" if all_ else ""), ("page", str(number) if number > 1 else "")]
        return with_query(page_url("public_site.organisations"), pairs)

    return render_template(
        "public_site/organisations.html",
        bodies=[(body, type_of(body.document)) for body in found],
        total=total,
        words=words,
        page=number,
        last_page=-(-total // PAGE_SIZE),
        address=address,
        shows_all=shows_all,
        shows_silent=registering is False,
        types=sorted(((each.value, label(each, language.current())) for each in OrganisationType), key=lambda pair: pair[1]),
        chosen_types=types,
        asked=asked,
    )


@page("/organisaties/<number:number>", "/organisations/<number:number>", here="organisations")
def organisation(number: str) -> ResponseReturnValue:
    """Show a body: numbers, its registrations, how it publishes."""
    session, search, day = reading(), wiring().search, as_of.day()
    document = public_organisations.by_number(session, number, day)
    if document is None:
        raise NotFound
    own = Selection(facets={"organisation": (number,)}, as_of=day, sort=Sort.NEWEST)
    parent = public_organisations.by_number(session, document["parent"], day) if "parent" in document else None
    counts = facets.counts(session, search, own, day or day_of(now()))
    history = changes.newest(session, asked=Asked(organisation=number), limit=LAST_CHANGES, as_of=day)

    def listed(*pairs: tuple[str, str], **asked: str) -> str:
        """Return the address of the list behind a number."""
        given = [("organisation", number), *pairs, *asked.items()]
        return with_query(page_url("public_site.search"), given)

    return render_template(
        "public_site/organisation.html",
        document=document,
        name=localised(document["names"], language.current()),
        type=type_of(document),
        parent=parent,
        rows=registrations.listed(session, search, own, offset=0, limit=NEWEST),
        profile=profile(counts, listed),
        completeness=public_organisations.completeness(session, number, day),
        children=_children(number),
        history=history,
        titles=names.of_changes(history),
        linked_data=linked_data.script(linked_data.body(document, language.current())),
    )


def _children(number: str) -> list[tuple[str, Localised, int]]:
    """Return the bodies that are part of this one: number, name, and how many registrations the public sees of each."""
    session, search, day = reading(), wiring().search, as_of.day()
    numbers = bodies(session, columns(session, search), day).children.get(number, ())
    if not numbers:
        return []
    documents = public_organisations.by_numbers(session, numbers, day)
    counts = facets.words(session, search, Selection(as_of=day), "organisation")
    return [(each, localised(documents[each]["names"], language.current()), counts.get(each, 0)) for each in numbers if each in documents]


def type_of(document: dict[str, object]) -> str:
    """Name the sort of body; "" when it is not known."""
    sort = OrganisationType(str(document.get("type", OrganisationType.UNKNOWN)))
    return "" if sort is OrganisationType.UNKNOWN else label(sort, language.current())
