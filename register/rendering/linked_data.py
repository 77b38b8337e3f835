"""What a page says to programs: schema.org in JSON-LD. A registration is a data set about a system, published by a body."""

from collections.abc import Mapping
from typing import Any

import orjson
from markupsafe import Markup

from register.translations import Language
from register.translations.formats import localised

Json = dict[str, Any]

#: The texts of the register are free of rights (CC0 1.0), as those of the national register are.
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"


def registration(document: Mapping[str, Any], *, address: str, modified: str, files: Mapping[str, str], language: Language) -> Json:
    """Describe a registration. `files` maps a media type to the address where it can be taken along in that form."""
    name = localised(document.get("name"), language)
    summary = localised(document.get("summary"), language)
    told: Json = {
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "identifier": document["number"],
        "version": document["version"],
        "name": name.text,
        "description": summary.text,
        "inLanguage": name.language,
        "dateModified": modified,
        "license": LICENCE,
        "keywords": list(document.get("tags") or ()),
        "creator": body(document.get("organisation") or {}, language),
        "distribution": [{"@type": "DataDownload", "encodingFormat": form, "contentUrl": where} for form, where in files.items()],
    }
    return {key: value for key, value in told.items() if value not in ("", [], {})}


def body(organisation: Mapping[str, Any], language: Language) -> Json:
    """Describe a public body."""
    names = organisation.get("names") or organisation.get("name")
    told: Json = {
        "@type": "GovernmentOrganization",
        "name": localised(names, language).text,
        "identifier": organisation.get("number", ""),
        "sameAs": organisation.get("tooi", ""),
        "url": organisation.get("website", ""),
    }
    return {key: value for key, value in told.items() if value}


def page(name: str, *, address: str, site: str, language: Language) -> Json:
    """Describe any page: what it is called, in which language, and of which site it is a part. What it tells of has another name."""
    own, whole = f"{address}#page", f"{site}#site"
    return {"@type": "WebPage", "@id": own, "url": address, "name": name, "inLanguage": language, "isPartOf": {"@id": whole}}


def site(name: str, *, address: str, search: str, catalogue: str, language: Language) -> Json:
    """Describe the site as a whole, how to search in it, and where its data are described. `search` ends where the words go."""
    return {
        "@type": ["WebSite", "DataCatalog"],
        "@id": f"{address}#site",
        "url": address,
        "name": name,
        "inLanguage": language,
        "license": LICENCE,
        "sameAs": catalogue,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search + "{search_term_string}"},
            "query-input": "required name=search_term_string",
        },
    }


def product(document: Mapping[str, Any], *, address: str, modified: str, language: Language) -> Json:
    """Describe a product as it is told once for all who use it."""
    told: Json = {
        "@type": "SoftwareApplication",
        "@id": address,
        "url": address,
        "identifier": document["number"],
        "softwareVersion": str(document["version"]),
        "name": localised(document.get("name"), language).text,
        "description": localised(document.get("summary"), language).text,
        "creator": (document.get("supplier") or {}).get("name", ""),
        "dateModified": modified,
        "license": LICENCE,
    }
    return {key: value for key, value in told.items() if value}


def script(told: Json) -> Markup:
    """Write a description as a data block that no text can break out of."""
    content = orjson.dumps({"@context": "https://schema.org", **told}).decode()
    safe = content.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup('<script type="application/ld+json">') + Markup(safe) + Markup("</script>")  # noqa: S704  # every sign that means something is escaped
