"""Bodies, products and the standard, for everyone."""

from flask.testing import FlaskClient

from register.domain.permissions import Role
from register.domain.standard import FIELDS
from register.services import products
from register.wiring import Wiring
from tests.api.conftest import Numbers
from tests.factories import NOON, FixedClock, actor, organisation, published


class TestOrganisations:
    def test_are_found_by_name_with_their_count(self, client: FlaskClient, numbers: Numbers) -> None:
        answer = client.get("/api/v1/organisations?q=eigen").get_json()

        (body,) = answer["items"]
        assert (body["number"], body["names"], body["registrations"]) == (numbers.own, {"nl": "Gemeente Eigen"}, 2)
        assert client.get(body["links"]["registrations"]).get_json()["total"] == 2
        assert client.get(body["links"]["self"]).get_json() == body
        assert [each["number"] for each in client.get("/api/v1/organisations?registering=false").get_json()["items"]] == [numbers.other]

    def test_are_known_as_of_a_day(self, client: FlaskClient, numbers: Numbers) -> None:
        assert client.get(f"/api/v1/organisations/{numbers.own}?asOf=2026-11-19").status_code == 404
        assert client.get(f"/api/v1/organisations/{numbers.own}?asOf=2026-11-20&fields=registrations").get_json() == {"registrations": 1}

    def test_come_page_by_page(self, client: FlaskClient, numbers: Numbers) -> None:
        first = client.get("/api/v1/organisations?limit=1&fields=names").get_json()
        second = client.get(first["next"]).get_json()

        assert [*first["items"], *second["items"]] == [{"names": {"nl": "Gemeente Ander"}}, {"names": {"nl": "Gemeente Eigen"}}]
        assert second["next"] is None


class TestProducts:
    def test_are_read_with_their_versions_and_deployments(self, client: FlaskClient, wiring: Wiring, clock: FixedClock) -> None:
        writer, checker = actor(Role.ADMINISTRATOR), actor(Role.ADMINISTRATOR)
        document = {
            "name": {"nl": "Voorlezer"},
            "summary": {"nl": "Leest voor."},
            "kind": "ai_system",
            "supplier": {"name": "Stichting Voorbeeld"},
            "change_note": {"nl": "Nieuw"},
        }
        with wiring.database.transaction() as session:
            product = products.create(session, products.prepared(document, now=NOON), actor=writer, now=NOON)
            number = product.number
            products.publish(session, number, revision=product.revision, actor=checker, now=NOON)
            used = {"number": number, "version": 1}
            published(session, organisation(session), wiring.search, name={"nl": "Voorlezen aan de balie"}, product=used)
            draft = products.create(session, products.prepared(document, now=NOON), actor=writer, now=NOON).number

        (item,) = client.get("/api/v1/products?q=voorlezer").get_json()["items"]

        assert (item["number"], item["version"], item["deployments"], item["name"]) == (number, 1, 1, {"nl": "Voorlezer"})
        whole = client.get(f"/api/v1/products/{number}").get_json()
        assert whole["document"]["supplier"] == {"name": "Stichting Voorbeeld"}
        assert client.get(f"/api/v1/products/{number}?fields=document.kind").get_json() == {"document": {"kind": "ai_system"}}
        assert [each["version"] for each in client.get(item["links"]["versions"]).get_json()["items"]] == [1]
        assert client.get(f"/api/v1/products/{number}/versions/1").get_json()["document"] == whole["document"]
        (deployment,) = client.get(item["links"]["registrations"]).get_json()["items"]
        assert deployment["product"] == {"number": number, "version": 1}
        for path in (draft, f"{draft}/versions", f"{number}/versions/2"):
            assert client.get(f"/api/v1/products/{path}").status_code == 404


class TestStandard:
    def test_is_whole(self, client: FlaskClient) -> None:
        standard = client.get("/api/v1/standard").get_json()

        assert [field["key"] for field in standard["fields"]] == [field.key for field in FIELDS]
        assert all(field["words"][language]["label"] for field in standard["fields"] for language in ("nl", "en"))
        described = [part["type"] for field in standard["fields"] for part in (field, *field["members"])]
        named = {kind["vocabulary"] for kind in described if "vocabulary" in kind}
        assert named <= set(standard["vocabularies"])
        assert {"too-long", "unknown-parameter"} <= set(standard["rules"])

    def test_has_a_json_schema_for_each_profile(self, client: FlaskClient) -> None:
        response = client.get("/api/v1/standard/schema")

        assert response.mimetype == "application/schema+json"
        assert response.get_json()["$id"] == "/api/v1/standard/schema?version=2026.2&profile=registration"
        mirrored = client.get("/api/v1/standard/schema?version=2026.2&profile=mirrored").get_json()
        assert "provenance" in mirrored["required"]
        assert client.get("/api/v1/standard/schema?version=1999.1").status_code == 400


class TestIndex:
    def test_leads_everywhere(self, client: FlaskClient, numbers: Numbers) -> None:
        links = client.get("/api/v1").get_json()["links"]

        assert {noun: client.get(address).status_code for noun, address in links.items() if noun != "entries"} == dict.fromkeys(
            links.keys() - {"entries"}, 200
        )
        assert client.get(links["entries"]).status_code == 401
