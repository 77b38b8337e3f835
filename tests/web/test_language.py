"""The language of a request, and what templates get of it."""

import pytest
from flask import Flask, render_template_string

from register.web import language
from register.web.language import gettext, ngettext

KNOWN = "Saved at %(time)s"


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__)
    language.install(app.jinja_env)
    return app


class TestChoose:
    @pytest.mark.parametrize(
        ("header", "chosen"),
        [
            ("", "nl"),
            ("en", "en"),
            ("en-GB,en;q=0.9,nl;q=0.8", "en"),
            ("nl;q=0.4,en;q=0.5", "en"),
            ("fr,nl;q=0.5,en;q=0.3", "nl"),
            ("fr", "nl"),
            ("en;q=0", "nl"),
            ("*", "nl"),
            ("\x00;q=zz,,", "nl"),
        ],
    )
    def test_takes_what_suits_best(self, header: str, chosen: language.Language) -> None:
        assert language.choose(header) == chosen


class TestCurrent:
    def test_is_what_the_browser_asks_for(self, app: Flask) -> None:
        with app.test_request_context(headers={"Accept-Language": "en"}):
            assert gettext(KNOWN, time="09:41") == "Saved at 09:41"

    def test_is_what_the_door_says(self, app: Flask) -> None:
        with app.test_request_context(headers={"Accept-Language": "en"}):
            language.use("nl")

            assert ngettext("%(n)s character left", "%(n)s characters left", 2, n="2") == "Nog 2 tekens"

    def test_is_dutch_outside_a_request(self) -> None:
        assert language.current() == "nl"


class TestOther:
    def test_is_the_one_that_a_page_links_to(self) -> None:
        assert [language.other(each) for each in language.LANGUAGES] == ["en", "nl"]


class TestTemplates:
    @pytest.mark.parametrize(
        ("template", "dutch", "english"),
        [
            ('{{ _("Saved at %(time)s", time="<") }}', "Bewaard om &lt;", "Saved at &lt;"),
            ("{% trans time='09:41' %}\n  Saved at {{ time }}\n{% endtrans %}", "Bewaard om 09:41", "Saved at 09:41"),
            ('{{ ngettext("%(n)s character left", "%(n)s characters left", 1, n=1) }}', "Nog 1 teken", "1 character left"),
            ('{{ "2026-11-20" | date }}', "20 november 2026", "20 November 2026"),
            ('{{ "2025-03" | month }}', "maart 2025", "March 2025"),
            ('{{ "2026-11-20T08:41:00Z" | moment }}', "20 november 2026 om 09:41", "20 November 2026 at 09:41"),
            ('{{ "2026-11-20T08:41:00Z" | clock }}', "09:41", "09:41"),
            ("{{ 1284 | number }}", "1.284", "1,284"),
            ('{{ 1284 | number("en") }}', "1,284", "1,284"),
            ("{{ 0.5 | percent }}", "50%", "50%"),
            ('{{ "123456789" | number_in_threes }}', "123\u00a0456\u00a0789", "123\u00a0456\u00a0789"),
            ('{{ ({"nl": "nee"} | localised).language }}', "nl", "nl"),
            ("{{ current_language() }}", "nl", "en"),
        ],
    )
    def test_follow_the_language_of_each_request(self, app: Flask, template: str, dutch: str, english: str) -> None:
        said = []
        for each in language.LANGUAGES:
            with app.test_request_context():
                language.use(each)
                said.append(render_template_string(template))

        assert said == [dutch, english]
