"""An extract on paper: what was chosen, in words, with the fingerprint of the same extract as JSON, and each registration in full."""

from collections.abc import Sequence

from markupsafe import Markup

from register.backoffice import extract_choices
from register.domain.calendar import day_of
from register.domain.extracts import Extracted
from register.queries import extracts as asked
from register.queries.extracts import ExtractSelection
from register.rendering import prints
from register.rendering.prints import Cover, Edition, Item
from register.translations import formats
from register.translations.formats import localised
from register.web import language
from register.web.assets import FOLDER, manifest
from register.web.context import now, reading, wiring
from register.web.language import _, ngettext
from register.web.logins import current_actor


def html(selection: ExtractSelection, records: Sequence[Extracted], proof: str) -> str:
    """Return the pages. `proof` is the SHA-256 of the same extract as JSON."""
    cover = _cover(selection, len(records), proof)
    return prints.selection(cover, [_item(record) for record in records], language.current(), stylesheet=manifest(FOLDER)["pdf.css"])


def named(record: Extracted) -> str:
    """Return what a registration is called; its number when its content was redacted."""
    return localised((record.document or {}).get("name"), language.current()).text or formats.number_in_threes(record.number)


def _cover(selection: ExtractSelection, count: int, proof: str) -> Cover:
    chosen, day = language.current(), selection.public.as_of or day_of(now())
    date_told = formats.day(day, chosen)
    names = dict(asked.bodies_of(reading(), current_actor()))
    everywhere = [] if selection.public.facets.get("organisation") else [(_("Organisations"), _("All within the remit"))]
    return Cover(
        title=_("Extract for oversight"),
        lead=ngettext(
            "%(num)s registration as it was on %(date)s", "%(num)s registrations as they were on %(date)s", count, date=date_told
        ),
        stamp=_("As of %(date)s", date=date_told),
        address=wiring().settings.base_url.split("://", 1)[1],
        notice=_("Holds what only regulators may read. Do not pass it on."),
        facts=[
            *everywhere,
            *extract_choices.facts(selection, names),
            (_("Made at"), formats.moment(now(), chosen)),
            (_("Fingerprint of the same extract as JSON"), Markup("<code>SHA-256 {}</code>").format(proof)),  # code is never hyphenated,
        ],
    )


def _item(record: Extracted) -> Item:
    chosen = language.current()
    address = f"{wiring().settings.base_url.split('://', 1)[1]}/r/{record.number}"
    edition = Edition(record.valid_from, record.public_sha256, address, is_example=record.is_example, is_four_eyes=record.is_four_eyes)
    body = localised(((record.document or {}).get("organisation") or {}).get("name"), chosen).text
    return Item(record.number, record.version, named(record), body or record.organisation_number, edition, record.document, _remark(record))


def _remark(record: Extracted) -> str:
    """Say what a reader must know of a registration beside what it says."""
    said = [_("Out of sight of the public.")] if record.is_restricted else []
    if record.withdrawn_at is not None:
        said.append(_("Withdrawn on %(date)s.", date=formats.day(day_of(record.withdrawn_at), language.current())))
    if record.redacted_at is not None:
        said.append(_("Lawfully redacted on %(date)s.", date=formats.day(day_of(record.redacted_at), language.current())))
    return " ".join(said)
