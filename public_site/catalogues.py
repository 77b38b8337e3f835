"""What the register says of itself to data catalogues, at one address: DCAT-AP-NL as Turtle or as JSON-LD."""

from flask import Response, make_response, request, url_for
from flask.typing import ResponseReturnValue
from rdflib import Graph

from public_site.addresses import blueprint
from register.domain.standard import STANDARD
from register.rendering import catalogue
from register.rendering.catalogue import Form, Register
from register.web.caching import cacheable
from register.web.context import wiring
from register.web.language import LANGUAGES
from register.web.pages import public_state

TURTLE, JSON_LD = "text/turtle", "application/ld+json"
API = "/api/v1"
ADDRESS = "/data/catalog"


@blueprint.get(ADDRESS)
def catalog() -> ResponseReturnValue:
    """Describe the register in the form that is asked for; Turtle when it does not matter."""
    is_json = request.accept_mimetypes.best_match((TURTLE, JSON_LD), TURTLE) == JSON_LD
    response = make_response(catalog_json_ld() if is_json else catalog_turtle())
    response.vary.add("Accept")
    response.headers["Content-Location"] = ADDRESS + (".jsonld" if is_json else ".ttl")
    return response


@blueprint.get(ADDRESS + ".ttl")
@cacheable("turtle")
def catalog_turtle() -> Response:
    """Describe the register as Turtle."""
    return Response(catalogue.as_turtle(_graph()), mimetype=TURTLE, content_type=f"{TURTLE}; charset=utf-8")


@blueprint.get(ADDRESS + ".jsonld")
@cacheable("json-ld")
def catalog_json_ld() -> Response:
    """Describe the register as JSON-LD."""
    return Response(catalogue.as_json_ld(_graph()), mimetype=JSON_LD)


def _graph() -> Graph:
    settings = wiring().settings
    base = settings.base_url
    return catalogue.graph(
        Register(
            address=base + ADDRESS,
            home=base + url_for("public_site.home", language="nl"),
            api=base + API,
            openapi=f"{base}{API}/openapi.json",
            documentation=base + url_for("public_site.api_docs", language="nl"),
            standard=f"{base}{API}/standard",
            standard_version=STANDARD,
            publisher={name: settings.publisher_name or title for name, title in catalogue.DATASET["title"].items()},
            publisher_uri=settings.publisher_uri,
            email=settings.contact_email,
            modified=public_state().at,
            forms=tuple(_forms(base)),
        )
    )


def _forms(base: str) -> list[Form]:
    """Return the forms of the whole register; what has words of a language in it has an address in each."""
    both = tuple(LANGUAGES)
    json = base + url_for("public_site.search_json", language="nl")
    forms = [
        Form(
            "json",
            "JSON",
            json,
            both,
            {"nl": "Alle registraties als JSON, met de hele documenten", "en": "All registrations as JSON, with the whole documents"},
        ),
        Form(
            "pages",
            "JSON",
            f"{base}{API}/registrations",
            both,
            {"nl": "Registraties per bladzijde, met de API", "en": "Registrations page by page, by the API"},
            is_file=False,
        ),
    ]
    for language in LANGUAGES:
        csv, atom = (base + url_for(f"public_site.{view}", language=language) for view in ("search_csv", "search_feed"))
        titles = {"nl": "Alle registraties als CSV, een rij per registratie", "en": "All registrations as CSV, a row each"}
        forms.append(Form(f"csv-{language}", "CSV", csv, (language,), titles))
        titles = {"nl": "Registraties als feed (Atom), de nieuwste eerst", "en": "Registrations as a feed (Atom), the newest first"}
        forms.append(Form(f"atom-{language}", "ATOM", atom, (language,), titles))
    return forms
