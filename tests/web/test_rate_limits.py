"""Pages and logging in have limits too, and the page says when to come back."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from limits import parse

from register.settings import Settings
from register.web.rate_limits import Counter, Limit, network_of, per_worker


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Allow little, by one worker."""
    return replace(settings, rate_limit_public="8/minute", rate_limit_login="3/minute", workers=1)


class TestLimits:
    def test_are_shared_out_among_workers_that_count_for_themselves(self) -> None:
        assert per_worker("600/minute", 4) == "150/minute"
        assert per_worker("3/hour", 4) == "1/hour"

    def test_stop_whoever_tries_to_log_in_too_often_and_leave_the_pages_open(self, client: FlaskClient) -> None:
        statuses = [client.get("/auth/login").status_code for _ in range(4)]

        assert statuses[:3] == [503] * 3, "there is no provider here"
        assert statuses[3] == 429
        assert client.get("/api/v1/registrations").status_code == 200

    def test_answer_with_a_page_that_says_when_to_come_back(self, client: FlaskClient) -> None:
        for _ in range(8):
            client.get("/auth/logout")

        response = client.get("/auth/logout")

        assert (response.status_code, response.mimetype) == (429, "text/html")
        assert 1 <= int(response.headers["Retry-After"]) <= 61
        assert client.get("/static/nothing.css").status_code == 404, "files are free"


class TestNetworkOf:
    @pytest.mark.parametrize(
        ("address", "network"),
        [
            ("192.0.2.7", "192.0.2.7"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8:1:2::7", "2001:db8:1:2::/64"),
            ("2001:db8:1:2:ffff::9", "2001:db8:1:2::/64"),
            ("2001:db8:1:3::7", "2001:db8:1:3::/64"),
            ("fe80::7%eth0", "fe80::/64"),
            ("", ""),
        ],
    )
    def test_is_one_for_a_whole_line(self, address: str, network: str) -> None:
        assert network_of(address) == network

    def test_counts_neighbours_on_one_line_together(self, client: FlaskClient) -> None:
        statuses = [
            client.get("/auth/login", environ_base={"REMOTE_ADDR": f"2001:db8::{host}"}).status_code for host in ("1", "2", "3", "4")
        ]

        assert statuses == [503, 503, 503, 429]


class TestCounter:
    def test_counts_for_itself_while_the_store_does_not_answer(self, caplog: pytest.LogCaptureFixture) -> None:
        """Nobody listens on port 1: an outage closes nothing, and is not asked about at each request."""
        counter = Counter("redis://127.0.0.1:1")
        limit = Limit("public", together=parse("100/minute"), alone=parse("2/minute"))

        waits = [counter.wait(limit, "address 192.0.2.7") for _ in range(3)]

        assert waits[:2] == [0, 0]
        assert 1 <= waits[2] <= 60
        assert len(caplog.records) == 1
        assert counter.wait(limit, "address 192.0.2.8") == 0
