"""Describing products: begin, save, publish. Two people, as for entries: whoever wrote may not publish.

In this release the register's administrators describe products.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from register.canonical import canonical, sha256
from register.domain.calendar import day_of
from register.domain.lifecycle import DraftState, PublicationState
from register.domain.permissions import Actor, Permission, require
from register.domain.standard import PRODUCT_FIELDS, STANDARD
from register.domain.standard.check import check
from register.domain.standard.conditions import Stage
from register.domain.standard.pointers import pointer
from register.domain.standard.problems import problem
from register.domain.standard.values import is_empty
from register.errors import Invalid, NotAllowed, Stale, WrongState
from register.models import Product, ProductVersion
from register.queries.products import product_by_number
from register.services import audit, cleaning, numbers, public_records
from register.services.entries import Checked

#: What a product holds of its own beside the fields that deployments inherit.
OWN_FIELDS = ("name", "summary", "change_note")
KEYS = frozenset((*OWN_FIELDS, "language", "standard", *(field.key for field in PRODUCT_FIELDS)))


def prepared(document: Mapping[str, Any], *, now: datetime) -> Checked:
    """Clean a product's document and check its form. Raises `Invalid` with every problem."""
    cleaned = cleaning.clean(document)
    cleaned.setdefault("language", "nl")
    cleaned["standard"] = STANDARD
    problems = [problem(pointer(key), "unknown-key", name=key) for key in cleaned if key not in KEYS]
    problems += check({key: value for key, value in cleaned.items() if key in KEYS}, stage=Stage.DRAFT, today=day_of(now))
    if problems:
        raise Invalid(problems)
    return Checked(cleaned)


def create(session: Session, checked: Checked, *, actor: Actor, now: datetime, is_example: bool = False) -> Product:
    """Begin a product."""
    require(Permission.PRODUCT_EDIT, actor, None)
    product = Product(
        number=numbers.give(session),
        document=checked.document,
        draft_state=DraftState.DRAFTING,
        publication_state=PublicationState.UNPUBLISHED,
        written_by=[actor.subject],
        is_example=is_example,
        created_at=now,
        updated_at=now,
    )
    session.add(product)
    session.flush()
    audit.record(session, "product.created", "product", product.number, actor=actor, now=now, after=checked.document)
    return product


def save(session: Session, number: str, checked: Checked, *, revision: int, actor: Actor, now: datetime) -> Product:
    """Replace a product's working document. Raises `Stale` when somebody saved since `revision`."""
    require(Permission.PRODUCT_EDIT, actor, None)
    product = product_by_number(session, number)
    _require_revision(product, revision)
    before = product.document
    product.document = checked.document
    product.draft_state = DraftState.DRAFTING
    product.written_by = sorted({*product.written_by, actor.subject})
    product.updated_at = now
    session.flush()
    audit.record(session, "product.edited", "product", number, actor=actor, now=now, before=before, after=checked.document)
    return product


def publish(session: Session, number: str, *, revision: int, actor: Actor, now: datetime) -> ProductVersion:
    """Freeze a product as its next version, public at once; no deployment changes by it.

    Raises `NotAllowed` with `reason="four-eyes"` to whoever wrote in it since
    the last version, `WrongState` when nothing changed, `Invalid` when name,
    summary, kind or change note is missing.
    """
    require(Permission.PRODUCT_PUBLISH, actor, None)
    product = product_by_number(session, number)
    _require_revision(product, revision)
    if product.draft_state is DraftState.NONE:
        raise WrongState("nothing changed since the last version", state=product.draft_state)
    if actor.subject in product.written_by:
        raise NotAllowed("whoever wrote in a draft may not publish it", permission=Permission.PRODUCT_PUBLISH, reason="four-eyes")
    _require_complete(product.document)
    sequence = public_records.next_sequence(session, now)
    version = len(product.versions) + 1
    document = {"number": product.number, "version": version, **product.document}
    content = canonical(document)
    published = ProductVersion(
        product=product,
        number=version,
        valid_from=now,
        published_by=actor.subject,
        change_note=product.document["change_note"],
        document=content,
        sha256=sha256(content),
        public_sequence=sequence,
    )
    session.add(published)
    product.document = {key: value for key, value in product.document.items() if key != "change_note"}
    product.draft_state, product.publication_state = DraftState.NONE, PublicationState.PUBLISHED
    product.written_by = []
    product.updated_at = now
    public_records.show_product(session, content, is_example=product.is_example, sequence=sequence, at=now)
    session.flush()
    audit.record(session, "product.published", "product", number, actor=actor, now=now, after=document, version=version)
    return published


def _require_revision(product: Product, revision: int) -> None:
    if product.revision != revision:
        raise Stale("somebody saved in the meantime", current=product.revision, number=product.number)


def _require_complete(document: Mapping[str, Any]) -> None:
    language = document.get("language", "nl")
    goal = {"goal_nl": "te publiceren", "goal_en": "publish"}
    missing = [problem(pointer(key), "required", **goal) for key in (*OWN_FIELDS, "kind") if is_empty(document.get(key))]
    missing += [
        problem(pointer(key), "own-language", language=language)
        for key in OWN_FIELDS
        if not is_empty(document.get(key)) and is_empty(document[key].get(language))
    ]
    if missing:
        raise Invalid(missing)
