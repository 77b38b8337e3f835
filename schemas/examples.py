"""Examples for the OpenAPI document; tests offer the requests to the API and hold the answers against their schemas."""

from typing import Any

Json = dict[str, Any]

ENTRY: Json = {
    "language": "nl",
    "name": {"nl": "Brieven herschrijven in gewone taal", "en": "Rewriting letters in plain language"},
    "summary": {"nl": "Leest een brief en stelt een versie in gewone taal voor. Een medewerker kiest wat goed is."},
    "kind": "generative_ai",
    "techniques": ["generative", "language_technology"],
    "themes": ["organisation_and_operations"],
    "status": "in_use",
    "contact": "algoritmes@gemeente.example",
    "remedies": [{"kind": "complaint", "how": {"nl": "Bel of schrijf ons."}}],
    "gaps": {"/model_version": {"state": "asked_supplier", "expected": "2027-03"}},
}
PATCH: Json = {"summary": {"en": "Reads a letter and suggests a version in plain language."}, "themes": ["law"], "contact": None}
WITHDRAWAL: Json = {"reason": {"nl": "Wij gebruiken dit systeem niet meer.", "en": "We do not use this system any more."}}
REMARK: Json = {"pointer": "/summary", "text": "Kan dit zonder vakwoorden?"}

CHANGES: Json = {
    "items": [
        {
            "sequence": 41,
            "at": "2026-11-20T11:00:00Z",
            "kind": "published",
            "object": {"kind": "registration", "number": "123456782", "version": 1},
            "title": "Brieven herschrijven in gewone taal",
            "organisation": "210987654",
        }
    ],
    "next": None,
    "last": 41,
    "newest": 41,
}
REGISTRATIONS: Json = {
    "total": 1,
    "items": [
        {
            "number": "123456782",
            "version": 1,
            "state": "published",
            "validFrom": "2026-11-20T11:00:00Z",
            "firstPublishedAt": "2026-11-20T11:00:00Z",
            "language": "nl",
            "organisation": {"number": "210987654", "name": "Gemeente Voorbeeld"},
            "product": None,
            "mirrored": False,
            "example": True,
            "reviewDue": "2027-11-20",
            "completeness": 62,
            "card": {"name": ENTRY["name"], "summary": ENTRY["summary"], "kind": "generative_ai", "status": "in_use"},
            "links": {
                "self": "https://register.example/api/v1/registrations/123456782",
                "page": "https://register.example/r/123456782",
            },
        }
    ],
    "next": None,
}
