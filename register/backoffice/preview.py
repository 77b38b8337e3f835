"""A draft as it becomes public: the document that publishing would freeze, shown as the public page shows it."""

from flask import render_template

from register.backoffice.door import blueprint
from register.backoffice.sections import may_fill_in
from register.domain.calendar import day_of
from register.domain.lifecycle import DraftState, PublicationState
from register.queries import entries as asked
from register.queries import products as asked_products
from register.services.publication import frozen_documents
from register.web import document, language
from register.web.context import now, reading
from register.web.logins import current_actor
from register.web.pages import page_url


@blueprint.get("/registrations/<number:number>/preview")
def preview(number: str) -> str:
    """Show a draft as everyone will see it once it is published."""
    entry = asked.by_number(reading(), number, current_actor())
    product = asked_products.pinned_version(reading(), entry.document)
    frozen = frozen_documents(reading(), entry, product, version=len(entry.versions) + 1, is_mirrored=False, on=day_of(now()))
    return render_template(
        "backoffice/preview.html",
        here="registrations",
        entry=entry,
        shown=document.shown(frozen.public, language.current()),
        version=len(entry.versions) + 1,
        is_public_already=entry.draft_state is DraftState.NONE and entry.publication_state is PublicationState.PUBLISHED,
        may_fill_in=may_fill_in(entry),
        registration_url=lambda other: page_url("public_site.registration", number=other),
    )
