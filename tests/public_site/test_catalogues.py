"""Data catalogues find the register as DCAT-AP-NL, in two forms that say the same."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, RDF, SH

from tests.factories import FixedClock
from tests.public_site.world import World

ADDRESS = "/data/catalog"
#: What the profile obliges each to say (DCAT-AP-NL 3.0), in so far as no shapes are needed to see it.
OBLIGED = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.contactPoint, DCAT.dataset),
    DCAT.Dataset: (
        DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCTERMS.publisher, DCTERMS.creator, DCTERMS.accessRights,
        DCAT.theme, DCAT.contactPoint, DCTERMS.license, DCAT.distribution,
    ),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS.license, DCTERMS.title),
    DCAT.DataService: (DCTERMS.title, DCAT.endpointURL, DCTERMS.identifier, DCTERMS.accessRights, DCTERMS.license),
}  # fmt: skip


def turtle(client: FlaskClient) -> Graph:
    return Graph().parse(data=client.get(ADDRESS + ".ttl").data, format="turtle")


class TestCatalog:
    def test_says_what_is_obliged(self, client: FlaskClient, world: World) -> None:
        found = turtle(client)

        for kind, properties in OBLIGED.items():
            subjects = list(found.subjects(RDF.type, kind))
            assert subjects, kind
            lacking = [(subject, name) for subject in subjects for name in properties if found.value(subject, name) is None]
            assert lacking == []

    def test_speaks_both_languages(self, client: FlaskClient) -> None:
        found = turtle(client)

        for kind in OBLIGED:
            for subject in found.subjects(RDF.type, kind):
                titles = [title for title in found.objects(subject, DCTERMS.title) if isinstance(title, Literal)]
                assert sorted(title.language or "" for title in titles) == ["en", "nl"], subject

    @pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # the library's own reader of JSON-LD uses it
    def test_says_the_same_in_both_forms(self, client: FlaskClient) -> None:
        json_ld = Graph().parse(data=client.get(ADDRESS + ".jsonld").data, format="json-ld")

        assert isomorphic(turtle(client), json_ld)

    @pytest.mark.parametrize(
        ("accept", "mimetype"),
        [
            ("", "text/turtle"),
            ("text/turtle", "text/turtle"),
            ("application/ld+json", "application/ld+json"),
            ("application/ld+json;q=0.5, text/turtle", "text/turtle"),
            ("text/html", "text/turtle"),
        ],
    )
    def test_answers_in_the_form_that_is_asked_for(self, client: FlaskClient, accept: str, mimetype: str) -> None:
        answer = client.get(ADDRESS, headers={"Accept": accept} if accept else {})

        assert answer.status_code == 200
        assert answer.mimetype == mimetype
        assert "Accept" in answer.headers["Vary"]

    @pytest.mark.parametrize("ending", [".ttl", ".jsonld"])
    def test_gives_the_same_bytes_and_then_nothing_new(self, client: FlaskClient, world: World, ending: str) -> None:
        first, second = client.get(ADDRESS + ending), client.get(ADDRESS + ending)

        assert first.data == second.data
        assert client.get(ADDRESS + ending, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304

    def test_leads_only_to_what_is_there(self, client: FlaskClient, world: World) -> None:
        found = turtle(client)
        own = {
            str(value)
            for name in (DCAT.accessURL, DCAT.downloadURL, DCAT.endpointURL, DCAT.endpointDescription, DCAT.landingPage)
            for value in found.objects(None, name)
        }

        assert len(own) >= 8
        answers = {}
        for each in own:
            with client.get(urlsplit(each).path) as answer:
                answers[each] = answer.status_code
        assert {each: status for each, status in answers.items() if status != 200} == {}

    def test_is_as_new_as_the_register(self, client: FlaskClient, world: World, clock: FixedClock) -> None:
        [dataset] = turtle(client).subjects(RDF.type, DCAT.Dataset)

        modified = turtle(client).value(dataset, DCTERMS.modified)

        assert str(modified).startswith("2026-11-") or str(modified).startswith("2026-12-")

    def test_is_named_where_catalogues_look(self, client: FlaskClient) -> None:
        assert f'href="{ADDRESS}"' in client.get("/nl/api").text


class TestShapes:
    def test_of_the_profile_find_nothing_wrong(self, client: FlaskClient, world: World, shapes: Path) -> None:
        rules = Graph()  # without those of DCAT-AP itself, which refer to shapes that are not there
        for path in sorted(shapes.glob("dcat-ap-nl-*.ttl")):
            rules.parse(path)

        _conforms, report, text = validate(turtle(client), shacl_graph=rules, advanced=True, do_owl_imports=False)

        assert isinstance(report, Graph)
        faults = list(report.subjects(SH.resultSeverity, SH.Violation))
        assert faults == [], text
        assert list(rules.subjects(RDF.type, SH.NodeShape)), "the shapes were read"
        warned = {str(report.value(each, SH.resultPath)) for each in report.subjects(SH.resultSeverity, SH.Warning)}
        assert warned <= set(map(str, UNTOLD)), warned


#: What the profile recommends of each distribution and some have not: a file needs no service, an API gives no file, a feed
#: holds no documents of our standard.
UNTOLD: tuple[URIRef, ...] = (DCAT.accessService, DCAT.downloadURL, DCTERMS.conformsTo)
