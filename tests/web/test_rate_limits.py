"""Pages and logging in have limits too, and the page says when to come back."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from register.settings import Settings
from register.web.rate_limits import per_worker


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
