"""The HTML door for civil servants: register, review, publish, and keep it true. Complete without a script.

Each module holds the pages of one noun; `door` lets people in, `forms` turns
documents into forms and back.
"""

from flask import Flask

from register.backoffice import (
    ai_act,
    audit_trail,
    beginning,
    clients,
    entries,
    entry_products,
    extracts,
    missing,
    organisations,
    people,
    preview,
    product_sheets,
    products,
    questions,
    records,
    redactions,
    registrations,
    restrictions,
    reviews,
    sections,
    team,
    transitions,
    work,
)
from register.backoffice.door import blueprint
from register.web import converters

#: The modules whose pages this door has; importing them is what adds the pages.
PAGES = (
    ai_act, audit_trail, beginning, clients, entries, entry_products, extracts, missing, organisations, people, preview, product_sheets,
    products, questions, records, redactions, registrations, restrictions, reviews, sections, team, transitions, work,
)  # fmt: skip


def install(app: Flask) -> None:
    """Open this door."""
    converters.install(app)
    app.register_blueprint(blueprint)
