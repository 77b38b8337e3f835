"""The public site: what everyone may read, in Dutch and in English, complete without a script.

It reads the public read model and nothing else. It changes nothing, but for
the pages on which a citizen asks a question or asks for mail.
"""

from flask import Flask

from public_site import (
    addresses,
    catalogues,
    changes,
    comparisons,
    facet_values,
    files,
    forms,
    glossary,
    home,
    organisations,
    prints,
    products,
    questions,
    registrations,
    search,
    selection_prints,
    sitemaps,
    statistics,
    subscriptions,
    suggesting,
    takings,
    texts,
    themes,
    try_it,
    versions,
)
from register.web import converters

#: Importing a module gives its addresses, or its forms, to the blueprint.
PARTS = (
    forms,
    home,
    search,
    facet_values,
    suggesting,
    takings,
    registrations,
    versions,
    prints,
    selection_prints,
    organisations,
    products,
    changes,
    comparisons,
    texts,
    themes,
    glossary,
    try_it,
    files,
    sitemaps,
    catalogues,
    statistics,
    questions,
    subscriptions,
)


def install(app: Flask) -> None:
    """Open this door."""
    converters.install(app)
    app.register_blueprint(addresses.blueprint)
