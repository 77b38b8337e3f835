"""A public document in which every kind of answer occurs: given, in parts, in rows, waited for, withheld, taken over, translated."""

from typing import Any

from register.domain.versions import full_document, public_document
from tests.factories.documents import generative_document

ENVELOPE: dict[str, Any] = {
    "number": "123456789",
    "version": 4,
    "standard": "2026.2",
    "language": "nl",
    "organisation": {"number": "987654321", "name": {"nl": "Uitvoeringsorganisatie Werk en Herstel Nederland"}},
    "product": {"number": "111111115", "version": 3, "name": {"nl": "Dossierlezer", "en": "File reader"}},
    "origin": {"/model_name": {"number": "111111115", "version": 3}},
}


def told_document(**changes: Any) -> dict[str, Any]:
    """Return the public document, with some answers changed."""
    working = generative_document(
        affected_groups={"nl": "<p>Inwoners:</p><ul><li>met een uitkering</li><li>die <em>verhuizen</em></li></ul>"},
        retired_reason=None,
        successor="222222228",
        public_page="https://www.body.example/brieven/",
        tags=["brief"],
        legal_bases=[
            {
                "id": "wet1",
                "title": {"nl": "Participatiewet", "en": "Participation Act"},
                "url": "https://wetten.example/participatiewet",
                "kind": "act",
            },
            {"id": "wet2", "title": {"nl": "Een andere wet"}},
        ],
        methods={"nl": "<p>Geheim.</p>"},
        review_by="2027-06-30",
        gaps={"/evaluation": {"state": "not_known", "expected": "2027-02", "note": {"nl": "Volgt na de proef."}}},
        withheld={
            "/methods": {"ground": "woo_5_1_2_d", "reason": {"nl": "Dan is de controle te omzeilen."}, "review_on": "2027-11-20"},
            "/personal_data/which": {"ground": "woo_5_1_2_h", "reason": {"nl": "Beveiliging."}},
            "/legal_bases/wet3": {"ground": "woo_5_2", "reason": {"nl": "Een mening."}},
        },
        translations={"en": {"/summary": {"by": "machine", "source": "0" * 64}}},
    )
    document = public_document(full_document(working, {}, ENVELOPE), "00" * 16)
    return document | changes
