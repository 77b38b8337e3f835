"""A draft as it becomes public: the document that publishing would freeze, shown as the public page shows it."""

from flask import render_template, url_for

from register.backoffice.door import blueprint
from register.domain.lifecycle import DraftState, PublicationState
from register.domain.permissions import Permission
from register.queries import entries as asked
from register.queries import products as asked_products
from register.services.publication import frozen_documents
from register.web import document, language
from register.web.context import reading
from register.web.logins import current_actor
from register.web.pages import page_url


@blueprint.get("/registrations/<number>/preview")
def preview(number: str) -> str:
    """Show a draft as everyone will see it once it is published."""
    entry = asked.by_number(reading(), number, current_actor())
    product = asked_products.pinned_version(reading(), entry.document)
    frozen = frozen_documents(reading(), entry, product, version=len(entry.versions) + 1, is_mirrored=False)
    return render_template(
        "backoffice/preview.html",
        here="registrations",
        entry=entry,
        shown=document.shown(frozen.public, language.current()),
        version=len(entry.versions) + 1,
        is_public_already=entry.draft_state is DraftState.NONE and entry.publication_state is PublicationState.PUBLISHED,
        may_edit=current_actor().may(Permission.ENTRY_EDIT, entry.organisation_id),
        registration_url=lambda other: page_url("public_site.registration", number=other),
        address=url_for("backoffice.entry", number=number),
    )
