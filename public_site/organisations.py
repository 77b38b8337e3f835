"""The bodies that register, and one of them with what it registered."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from public_site import as_of
from public_site.addresses import page
from public_site.parameters import Flag, Reader
from register.domain.calendar import day_of
from register.domain.organisations import OrganisationType
from register.domain.standard.vocabularies import Kind
from register.errors import NotFound
from register.labels import label
from register.queries import facets, public_organisations, registrations
from register.queries.registrations import Selection, Sort
from register.rendering import linked_data
from register.translations.formats import localised
from register.web import language
from register.web.context import now, reading, wiring
from register.web.links import with_query
from register.web.pages import page_url

PAGE_SIZE = 60
NEWEST = 10


@page("/organisaties", "/organisations", here="organisations")
def organisations() -> ResponseReturnValue:
    """List the bodies with registrations, or all of them, by name."""
    given = Reader(request.args)
    words, example, number = given.text("q"), given.flag("example"), given.page()
    shows_all, registered = Flag.TRUE in given.words("all", Flag), given.flag("registered")
    given.finish()
    registering = None if shows_all else registered is not False
    found, total = public_organisations.listed(
        reading(), words, as_of.day(), registering=registering, example=example, offset=(number - 1) * PAGE_SIZE, limit=PAGE_SIZE
    )
    if not found and number > 1:
        raise NotFound
    day = as_of.day()
    silent = "false" if registering is False else ""
    asked = [("q", words), ("registered", silent), ("example", request.args.get("example", "")), ("asOf", day.isoformat() if day else "")]

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

    def listed(**asked: str) -> str:
        """Return the address of the list behind a number."""
        pairs = [("organisation", number), *asked.items(), ("asOf", day.isoformat() if day else "")]
        return with_query(page_url("public_site.search"), pairs)

    return render_template(
        "public_site/organisation.html",
        document=document,
        name=localised(document["names"], language.current()),
        type=type_of(document),
        parent=parent,
        rows=registrations.listed(session, search, own, offset=0, limit=NEWEST),
        total=counts.total,
        generative=counts.words["kind"][Kind.GENERATIVE_AI],
        overdue=counts.overdue[True],
        mirrored=counts.mirrored[True],
        listed=listed,
        linked_data=linked_data.script(linked_data.body(document, language.current())),
    )


def type_of(document: dict[str, object]) -> str:
    """Name the sort of body; "" when it is not known."""
    sort = OrganisationType(str(document.get("type", OrganisationType.UNKNOWN)))
    return "" if sort is OrganisationType.UNKNOWN else label(sort, language.current())
