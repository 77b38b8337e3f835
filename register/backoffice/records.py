"""Full registrations for regulators: found like everyone does but within the remit, read with what only they may see.

Each list that is shown and each reading is in the audit trail.
"""

from flask import render_template, request, url_for

from register.backoffice import asking
from register.backoffice.door import blueprint
from register.domain.permissions import Permission, require
from register.domain.remits import competences
from register.queries import registrations as public
from register.queries.extracts import ExtractSelection
from register.queries.full_records import full_record, out_of_sight, remits
from register.queries.registrations import Selection
from register.rendering.answers import chapters, opening
from register.services import audit
from register.web import language
from register.web.context import now, reading, transaction, wiring
from register.web.logins import current_actor
from register.web.pages import page_url

PER_PAGE = 25


@blueprint.get("/records")
def records() -> str:
    """Search what is published within the remit, to read in full, and write down that the list was seen: it names what is out of sight."""
    require(Permission.FULL_RECORD_READ, current_actor(), None)
    words, own = asking.words(), remits(reading(), current_actor())
    selection = Selection(words, within=competences(own), language=language.current())
    total = public.search(reading(), wiring().search, selection, offset=0, limit=1).total
    page, last = asking.page(total, PER_PAGE)
    found = public.search(reading(), wiring().search, selection, offset=(page - 1) * PER_PAGE, limit=PER_PAGE)
    hidden = out_of_sight(reading(), current_actor())
    noted = ExtractSelection(selection).noted()
    with transaction() as session:
        audit.record(
            session,
            "full_record.listed",
            "entry",
            actor=current_actor(),
            now=now(),
            count=total,
            out_of_sight=len(hidden),
            page=page,
            selection=noted,
        )
    return render_template(
        "backoffice/records.html",
        here="work",
        rows=found.rows,
        total=total,
        q=words,
        page=page,
        last=last,
        out_of_sight=hidden,
        address=lambda n: url_for("backoffice.records", q=words or None, page=n if n > 1 else None),
    )


@blueprint.get("/records/<number:number>")
def record(number: str) -> str:
    """Show a registration in full, and write down that it was read."""
    version = request.args.get("version", "")
    wanted = int(version) if asking.is_whole(version) else None
    found = full_record(reading(), number, current_actor(), wanted)
    with transaction() as session:
        audit.record(session, "full_record.read", "entry", number, actor=current_actor(), now=now(), version=found.version.number)
    document = found.document or {}
    return render_template(
        "backoffice/record.html",
        here="work",
        found=found,
        document=document,
        opening=opening(document, language.current()),
        chapters=chapters(document, language.current()),
        public_url=page_url("public_site.registration", number=number),
    )
