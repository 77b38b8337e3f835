"""Products: described once, used by many. The list, and one product with its versions and who uses them."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from public_site import as_of
from public_site.addresses import page
from public_site.comparisons import MOST as MOST_COMPARED
from public_site.profiles import profile
from register.domain.calendar import day_of
from register.errors import NotFound
from register.queries import facets, public_products, registrations
from register.queries.public_products import PublicProductRow
from register.queries.registrations import Selection, Sort
from register.rendering import answers, linked_data
from register.translations.formats import localised
from register.web import language
from register.web.context import now, reading, wiring
from register.web.differences import Difference, differences
from register.web.links import with_query
from register.web.pages import lasting_url, page_url
from register.web.parameters import Reader

PAGE_SIZE = 30
NEWEST = 10


@page("/producten", "/products", here="products")
def products() -> ResponseReturnValue:
    """List the products by name."""
    given = Reader(request.args)
    words, number = given.text("q"), given.page()
    given.finish()
    found, total = public_products.listed(
        reading(), words, as_of.day(), language.current(), offset=(number - 1) * PAGE_SIZE, limit=PAGE_SIZE
    )
    if not found and number > 1:
        raise NotFound

    def address(number: int) -> str:
        pairs = [("q", words), ("page", str(number) if number > 1 else "")]
        return with_query(page_url("public_site.products"), pairs)

    return render_template(
        "public_site/products.html", found=found, total=total, words=words, page=number, last_page=-(-total // PAGE_SIZE), address=address
    )


@page("/producten/<number:number>", "/products/<number:number>", here="products")
def product(number: str) -> ResponseReturnValue:
    """Show a product: whose text it is, what it does, who uses it, and its versions."""
    session, day = reading(), as_of.day()
    row = public_products.by_number(session, number, day)
    if row is None:
        raise NotFound
    using = Selection(facets={"product": (number,)}, as_of=day, sort=Sort.NEWEST)
    found = registrations.search(session, wiring().search, using, offset=0, limit=NEWEST)
    counts = facets.counts(session, wiring().search, using, day or day_of(now()))
    versions = public_products.versions(session, number, day)
    return render_template(
        "public_site/product.html",
        row=row,
        profile=profile(counts, partial(_listed, number)),
        changed=_changed(versions),
        name=localised(row.document["name"], language.current()),
        supplier=row.document.get("supplier", {}).get("name", ""),
        chapters=_told(row.document),
        found=found,
        linked_data=linked_data.script(
            linked_data.product(
                row.document,
                address=wiring().settings.base_url + lasting_url("public_site.product", number=number),
                modified=row.valid_from.isoformat(),
                language=language.current(),
            )
        ),
        versions=versions,
        users=_listed(number),
        compared=with_query(page_url("public_site.comparison"), (("number", each.number) for each in found.rows[:MOST_COMPARED])),
        history_url=page_url("public_site.changes", number=number),
    )


def _changed(versions: Sequence[PublicProductRow]) -> list[tuple[int, int, list[Difference]]]:
    """Return what differs between each version and the one before it, the newest first; versions that say the same are left out."""
    found = []
    for newer, older in pairwise(versions):
        changes = differences(older.document, newer.document, language.current())
        if changes:
            found.append((older.document["version"], newer.document["version"], changes))
    return found


def _listed(number: str, *pairs: tuple[str, str], **asked: str) -> str:
    """Return the address of the list of who uses a product, with more filters on."""
    return with_query(page_url("public_site.search"), [("product", number), *pairs, *asked.items()])


def _told(document: dict[str, Any]) -> list[answers.Chapter]:
    """Return what the product says, by section, without the questions that it leaves to those who use it."""
    found = []
    for chapter in answers.chapters(document, language.current()):
        told = tuple(each for each in chapter.answers if not each.is_blank)
        if told:
            found.append(answers.Chapter(chapter.section, chapter.heading, told))
    return found
