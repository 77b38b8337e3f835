"""Proving that what was published is still what was published, and that everything that was written of it agrees.

Each function yields what differs, as a sentence for the operator; nothing at
all when all is well. They walk in order, so that a large register fits.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import orjson
from sqlalchemy import Executable, func, select
from sqlalchemy.orm import Session

from register.canonical import fingerprint, sha256
from register.domain.public_records import RecordState
from register.models import (
    AuditEvent,
    Entry,
    ProductVersion,
    PublicChange,
    PublicFacet,
    PublicOrganisation,
    PublicProduct,
    PublicQuestion,
    PublicRegistration,
    PublicState,
    Redaction,
    Version,
    VersionContent,
)
from register.ports import SearchIndex

_BATCH = 200
#: The acts in the audit trail that publish a version of an entry.
PUBLISHING = ("entry.published", "entry.mirrored")

#: A key to walk along in order, and what stands there.
_Rows = Iterator[tuple[tuple[Any, ...], dict[str, Any]]]


def versions(session: Session) -> Iterator[str]:
    """Compare every version with its hashes, its number and its redaction."""
    statement = (
        select(Entry.number, Version, VersionContent, Redaction.id)
        .join(Version, Version.entry_id == Entry.id)
        .outerjoin(VersionContent, VersionContent.version_id == Version.id)
        .outerjoin(Redaction, Redaction.version_id == Version.id)
        .order_by(Entry.number, Version.number)
    )
    at, expected = "", 0
    for number, version, content, redaction in _walk(session, statement):
        expected = expected + 1 if number == at else 1
        at = number
        name = f"version {version.number} of {number}"
        if version.number != expected:
            yield f"version {expected} of {number} is missing"
            expected = version.number
        if content is None and redaction is None:
            yield f"{name}: the content is missing, and no redaction explains it"
        elif content is not None and redaction is not None:
            yield f"{name}: it was redacted, but the content is still there"
        elif content is not None:
            yield from _content(name, number, version, content)


def _content(name: str, number: str, version: Version, content: VersionContent) -> Iterator[str]:
    if sha256(content.public_document) != version.public_sha256:
        yield f"{name}: the public document is not the one that was published"
    if sha256(content.salt + content.full_document) != version.full_sha256:
        yield f"{name}: the full document is not the one that was published"
    document = orjson.loads(content.public_document)
    if (document.get("number"), document.get("version")) != (number, version.number):
        yield f"{name}: the document says that it is version {document.get('version')} of {document.get('number')}"


def product_versions(session: Session) -> Iterator[str]:
    """Compare every product version with its hash."""
    for version in session.scalars(select(ProductVersion).order_by(ProductVersion.id).execution_options(yield_per=_BATCH)):
        if sha256(version.document) != version.sha256:
            yield f"product version {version.id}: the document is not the one that was published"


def audited(session: Session) -> Iterator[str]:
    """Compare the versions with the publications in the audit trail, both ways."""
    published = select(Entry.number, Version.number, Version.public_sha256, Version.full_sha256).join(Version, Version.entry_id == Entry.id)
    noted = select(AuditEvent.object_number, AuditEvent.details, AuditEvent.after_sha256).where(AuditEvent.action.in_(PUBLISHING))
    ours: _Rows = (
        ((number, version), {"hash": fingerprint({"public": public, "full": full})})
        for number, version, public, full in _walk(session, published.order_by(Entry.number, Version.number))
    )
    theirs: _Rows = (
        ((number, details.get("version", 0)), {"hash": after})
        for number, details, after in _walk(session, noted.order_by(AuditEvent.object_number, AuditEvent.sequence))
    )
    for (number, version), ours_row, theirs_row in _paired(ours, theirs):
        if theirs_row is None:
            yield f"version {version} of {number}: the audit trail knows of no publication"
        elif ours_row is None:
            yield f"version {version} of {number}: the audit trail says that it was published, but it is not there"
        elif ours_row != theirs_row:
            yield f"version {version} of {number}: the audit trail has another hash"


def read_model(public: Session, anew: Session) -> Iterator[str]:
    """Compare what the public reads with a read model that was made anew from what was published."""
    for name, rows in _TABLES:
        for key, there, wanted in _paired(rows(public), rows(anew)):
            what = f"{name} {key[0]}"
            if there is None:
                yield f"{what}: a row is missing from what the public reads"
            elif wanted is None:
                yield f"{what}: the public reads a row that nobody published"
            elif there != wanted:
                columns = [column for column in wanted if there[column] != wanted[column]]
                yield f"{what}: what the public reads differs in {', '.join(columns)}"
    newest = anew.scalar(select(func.max(PublicChange.sequence))) or 0
    sequence = public.scalars(select(PublicState.sequence)).one()
    if sequence < newest:
        yield f"the publication sequence is {sequence}, but {newest} was given out already"


def search(session: Session, index: SearchIndex) -> Iterator[str]:
    """Compare the search indexes with the rows that they should find."""
    for name, is_current in (("current", True), ("history", False)):
        wanted = select(PublicRegistration.id).where(
            PublicRegistration.state == RecordState.PUBLISHED, PublicRegistration.document.is_not(None)
        )
        wanted = wanted.where(PublicRegistration.valid_to.is_(None)) if is_current else wanted
        kept = index.kept(is_current=is_current)
        for fault, statement in (("misses", wanted.except_(kept)), ("has too many:", kept.except_(wanted))):
            count = session.scalar(select(func.count()).select_from(statement.subquery()))
            if count:
                yield f"the search index of {name} texts {fault} {count} rows"


def _paired(left: _Rows, right: _Rows) -> Iterator[tuple[tuple[Any, ...], dict[str, Any] | None, dict[str, Any] | None]]:
    """Walk two ordered streams side by side; a row that only one of them has comes with None for the other."""
    a, b = next(left, None), next(right, None)
    while a is not None or b is not None:
        if a is not None and (b is None or a[0] < b[0]):
            yield a[0], a[1], None
            a = next(left, None)
        elif b is not None and (a is None or b[0] < a[0]):
            yield b[0], None, b[1]
            b = next(right, None)
        elif a is not None and b is not None:
            yield a[0], a[1], b[1]
            a, b = next(left, None), next(right, None)


def _walk(session: Session, statement: Executable) -> Iterator[Any]:
    yield from session.execute(statement.execution_options(yield_per=_BATCH))


def _rows(session: Session, model: Any, *keys: str) -> _Rows:
    """Yield the rows of a table by their natural key: row ids are the database's own business."""
    columns = model.__table__.c
    order = [columns[key] for key in keys] + [column for column in columns if column.key == "id"]
    found = _walk(session, select(model.__table__).order_by(*order))
    yield from _counted((row._asdict() for row in found), keys)


def _facets(session: Session) -> _Rows:
    """Yield the words by which each registration is found, by the registration's natural key."""
    row, facet = PublicRegistration.__table__.c, PublicFacet.__table__.c
    statement = select(row.id, row.number, row.valid_from, facet.facet, facet.word).join(
        PublicFacet.__table__, facet.registration_id == row.id
    )
    groups = groupby(_walk(session, statement.order_by(row.number, row.valid_from, row.id)), itemgetter(0, 1, 2))
    found = (
        {"number": number, "valid_from": valid_from, "facets": sorted((each.facet, each.word) for each in group)}
        for (_, number, valid_from), group in groups
    )
    yield from _counted(found, ("number", "valid_from"))


def _counted(found: Iterable[dict[str, Any]], keys: tuple[str, ...]) -> _Rows:
    """Tell rows with the same key apart by their order."""
    for key, group in groupby(found, lambda row: tuple(row[name] for name in keys)):
        for nth, row in enumerate(group):
            yield (*key, nth), {name: value for name, value in row.items() if name != "id"}


_TABLES: tuple[tuple[str, Callable[[Session], _Rows]], ...] = (
    ("registration", lambda session: _rows(session, PublicRegistration, "number", "valid_from")),
    ("facets of registration", _facets),
    ("organisation", lambda session: _rows(session, PublicOrganisation, "number", "valid_from")),
    ("product", lambda session: _rows(session, PublicProduct, "number", "valid_from")),
    ("question", lambda session: _rows(session, PublicQuestion, "number", "valid_from")),
    ("change", lambda session: _rows(session, PublicChange, "sequence")),
)
