"""Files as the national Algorithm Register gives them, made up of invented rows."""

import json
from io import BytesIO
from typing import Any

SOURCE_URL = "https://register.example/api/algoritme"


def listed_row(source_id: str = "10000001", **changes: Any) -> dict[str, Any]:
    """Return a row of the list."""
    row = {
        "id": source_id,
        "title": "Meldingen verdelen",
        "organisatie": "Gemeente Voorbeeldstad",
        "doel": "Het systeem leest een melding en kiest het team.",
        "juridische_basis": "Artikel 160 van de Gemeentewet.",
        "impactassessment": "Ja",
        "status": "in_gebruik",
        "geregistreerd": "2026-04-07",
        "toegevoegd": "2026-05-13",
        "url": f"https://register.example/nl/algoritme/{source_id}",
    }
    return row | changes


def list_file(*rows: Any, **changes: Any) -> BytesIO:
    """Return a file with these rows; what stands beside them comes after, as it does at the source."""
    whole = {"algoritmes": list(rows), "count": len(rows), "fetched_at": "2026-08-08T06:20:11Z", "source_url": SOURCE_URL} | changes
    return BytesIO(json.dumps(whole, ensure_ascii=False).encode())
