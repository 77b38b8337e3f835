"""The feed of changes: whoever follows it misses nothing, and is told when a copy must be read anew."""

from typing import Any

from flask.testing import FlaskClient

from register.wiring import Wiring
from tests.api.conftest import Numbers
from tests.factories import organisation


def changes(client: FlaskClient, query: str = "limit=100") -> dict[str, Any]:
    answer: dict[str, Any] = client.get(f"/api/v1/changes?{query}").get_json()
    return answer


class TestFeed:
    def test_tells_what_happened_in_order(self, client: FlaskClient, numbers: Numbers) -> None:
        feed = changes(client)

        told = [(change["kind"], change["object"]["number"]) for change in feed["items"] if change["object"]["kind"] == "registration"]
        assert told == [
            ("published", numbers.published),
            ("revised", numbers.published),
            ("published", numbers.withdrawn),
            ("withdrawn", numbers.withdrawn),
            ("published", numbers.redacted),
            ("revised", numbers.redacted),
            ("redacted", numbers.redacted),
        ]
        assert feed["last"] == feed["newest"] == feed["items"][-1]["sequence"]
        assert feed["next"] is None

    def test_gives_every_change_once_page_by_page(self, client: FlaskClient, numbers: Numbers) -> None:
        whole = changes(client)["items"]
        seen = []
        address: str | None = "/api/v1/changes?limit=2"

        while address:
            answer = client.get(address).get_json()
            seen += answer["items"]
            address = answer["next"]

        assert seen == whole

    def test_goes_on_from_the_last_one(self, client: FlaskClient, numbers: Numbers, wiring: Wiring) -> None:
        last = changes(client)["last"]
        assert changes(client, f"since={last}")["items"] == []
        with wiring.database.transaction() as session:
            number = organisation(session).number

        (change,) = changes(client, f"since={last}")["items"]

        assert (change["kind"], change["object"]["number"]) == ("organisation_changed", number)

    def test_of_one_body_shows_that_body_only(self, client: FlaskClient, numbers: Numbers) -> None:
        answer = changes(client, f"organisation={numbers.other}&limit=1")

        assert [change["organisation"] for change in answer["items"]] == [numbers.other]
        assert answer["last"] == answer["newest"]

    def test_says_where_the_register_is_to_whoever_is_ahead_of_it(self, client: FlaskClient, numbers: Numbers) -> None:
        answer = changes(client, "since=2000000000")

        assert answer["items"] == []
        assert answer["last"] == answer["newest"] < 2_000_000_000
        assert client.get("/api/v1/changes?since=99999999999").status_code == 400

    def test_is_narrowed_down_by_kind_number_and_days(self, client: FlaskClient, numbers: Numbers) -> None:
        whole = changes(client)["items"]
        day = whole[0]["at"][:10]

        kinds = changes(client, "kind=withdrawn&kind=redacted&limit=1")
        assert [change["kind"] for change in kinds["items"]] == ["withdrawn"]
        assert [change["kind"] for change in client.get(kinds["next"]).get_json()["items"]] == ["redacted"]
        one = changes(client, f"number={numbers.withdrawn}")["items"]
        assert [change["kind"] for change in one] == ["published", "withdrawn"]
        assert changes(client, f"until={day}&limit=100")["items"] == [each for each in whole if each["at"][:10] <= day]
        assert changes(client, "from=2030-01-01")["items"] == []

    def test_refuses_a_kind_that_is_none(self, client: FlaskClient) -> None:
        assert client.get("/api/v1/changes?kind=exploded").status_code == 400
