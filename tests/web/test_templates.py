"""The shared templates: sound HTML in both languages, every part shown in the kit, the right words for every error."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask, render_template, render_template_string

from register.web import language
from scripts.build_styles import ROOT, SCREEN_SOURCES
from tests.web import kit

SHARED = kit.WEB / "templates"
POINTING = ("for", "aria-describedby", "aria-labelledby", "aria-controls")
VOID = {"meta", "link", "input", "br", "hr", "path", "circle", "rect"}


class Reading(HTMLParser):
    """Reads a page: its ids, what points at ids, and whether every element is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.pointed: list[str] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in POINTING:
                self.pointed += (value or "").split()
            elif name == "href" and value and re.fullmatch("#.+", value):
                self.pointed.append(value[1:])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)


def page(app: Flask, address: str) -> str:
    response = app.test_client().get(address)
    assert response.status_code == 200
    return response.text


class TestKit:
    @pytest.mark.parametrize("chosen", language.LANGUAGES)
    @pytest.mark.parametrize("name", kit.PAGES)
    def test_is_sound_html(self, kit_application: Flask, name: str, chosen: str) -> None:
        reading = Reading(page(kit_application, f"/{chosen}/{name}"))

        assert (reading.open, reading.crossed) == ([], [])
        assert [each for each in reading.ids if reading.ids.count(each) > 1] == []
        assert [each for each in reading.pointed if each not in reading.ids] == []

    @pytest.mark.parametrize("file", ["macros.html", "fields.html"])
    def test_shows_every_part(self, kit_application: Flask, file: str) -> None:
        parts = re.findall(r"{% macro (\w+)\(", (SHARED / file).read_text(encoding="utf-8"))
        users = [*Path(kit.__file__).parent.glob("*.html"), SHARED / "macros.html", SHARED / "fields.html"]
        calls = "".join(path.read_text(encoding="utf-8") for path in users)

        assert [part for part in parts if not re.search(rf"(?:{{{{|{{% call(?:\(.*?\))?|\+|\[|=).*?\b{part}\(", calls)] == []

    @pytest.mark.parametrize("chosen", language.LANGUAGES)
    def test_is_in_one_language(self, kit_application: Flask, chosen: language.Language) -> None:
        html = page(kit_application, f"/{chosen}/errors/public.html")

        assert f'<html lang="{chosen}">' in html
        assert ("Deze bladzijde is er niet" in html) is (chosen == "nl")
        assert ("There is no such page" in html) is (chosen == "en")


class TestIcons:
    def test_that_are_asked_for_exist(self) -> None:
        shapes = set(re.findall(r'^ "([\w-]+)": \'<', (SHARED / "macros.html").read_text(encoding="utf-8"), re.MULTILINE))
        templates = [path for folder in SCREEN_SOURCES for path in (ROOT / folder).rglob("*.html")]

        asked = {name for path in templates for name in re.findall(r'\bicon\("([\w-]+)"', path.read_text(encoding="utf-8"))}

        assert asked - shapes == set()
        assert len(shapes) > 10


class TestFrame:
    def test_names_the_page_that_one_is_on(self, kit_application: Flask) -> None:
        html = page(kit_application, "/nl/kit_public.html")

        assert re.findall(r'aria-current="page">(\w+)</a>', html) == ["Zoeken"]

    def test_hides_the_work_place_from_who_is_not_logged_in(self, kit_application: Flask) -> None:
        html = rendered(kit_application, "errors/work.html", status=403, person_name=None)

        assert "<nav" not in html
        assert "Uitloggen" not in html

    def test_logs_out_by_a_form_that_cannot_be_forged(self, kit_application: Flask) -> None:
        html = page(kit_application, "/nl/kit_work.html")

        assert re.search(r'<form class="reg-lang" action="[^"]+" method="post"><input type="hidden" name="csrf_token" value="token">', html)

    @pytest.mark.parametrize(("demonstration", "shown"), [(True, True), (False, False)])
    def test_says_that_examples_are_made_up(self, kit_application: Flask, *, demonstration: bool, shown: bool) -> None:
        html = rendered(kit_application, "errors/public.html", status=404, demonstration=demonstration)

        assert ("Demonstratie." in html) is shown


class TestErrors:
    @pytest.mark.parametrize(
        ("status", "title"),
        [
            (400, "Deze vraag begrijpen we niet"),
            (401, "Inloggen lukte niet"),
            (403, "Dit mag u niet doen"),
            (404, "Deze bladzijde is er niet"),
            (405, "Deze bladzijde is er niet"),
            (409, "Dit is intussen veranderd"),
            (412, "Dit is intussen veranderd"),
            (428, "Dit is intussen veranderd"),
            (410, "Dit staat niet meer in het register"),
            (413, "Wat u stuurde is te groot"),
            (418, "Deze vraag begrijpen we niet"),
            (429, "Dat was veel in korte tijd"),
            (500, "Er ging bij ons iets mis"),
            (502, "Er ging bij ons iets mis"),
            (503, "Dit werkt nu even niet"),
        ],
    )
    @pytest.mark.parametrize("template", ["errors/public.html", "errors/work.html"])
    def test_say_what_is_the_matter(self, kit_application: Flask, template: str, status: int, title: str) -> None:
        html = rendered(kit_application, template, status=status)

        assert f"<title>{title} |" in html
        assert f'<h1 class="utrecht-heading-1">{title}</h1>' in html

    def test_name_the_request_when_it_was_our_fault(self, kit_application: Flask) -> None:
        assert "Nummer: 7F3A" in rendered(kit_application, "errors/public.html", status=500)
        assert "7F3A" not in rendered(kit_application, "errors/public.html", status=404)

    @pytest.mark.parametrize(
        ("seconds", "words"),
        [
            (1, "over 1 seconde weer"),
            (30, "over 30 seconden weer"),
            (91, "over 2 minuten weer"),
            (3600, "over 60 minuten weer"),
            (7201, "over 3 uur weer"),
            (None, "een paar minuten"),
        ],
    )
    def test_say_when_to_come_back(self, kit_application: Flask, seconds: int | None, words: str) -> None:
        assert words in rendered(kit_application, "errors/public.html", status=429, retry_after=seconds)

    def test_can_be_shown_when_nothing_else_works(self, kit_application: Flask) -> None:
        nothing = dict.fromkeys(kit.GIVEN)

        html = rendered(kit_application, "errors/public.html", **nothing, status=503)

        assert "Stand van" not in html


def rendered(app: Flask, template: str, **given: object) -> str:
    with app.test_request_context():
        language.use("nl")
        return render_template(template, **(kit.GIVEN | {"language": "nl"} | given))


def part(app: Flask, call: str, **given: object) -> str:
    """Render one macro, in Dutch."""
    with app.test_request_context():
        language.use("nl")
        return render_template_string('{% import "macros.html" as m %}{% import "fields.html" as f %}' + call, **given)


class TestFields:
    @pytest.mark.parametrize(
        ("value", "words"), [("a" * 93, "Nog 1.407 tekens"), ("a" * 1499, "Nog 1 teken"), ("a" * 1512, "De tekst is 12 tekens te lang")]
    )
    def test_count_what_is_left(self, kit_application: Flask, value: str, words: str) -> None:
        assert words in part(kit_application, '{{ f.textarea("a", "f-a", "A", value=value, limit=1500) }}', value=value)

    def test_keep_what_was_typed(self, kit_application: Flask) -> None:
        typed = '</textarea><b> "quoted" '

        html = part(kit_application, '{{ f.textarea("a", "f-a", "A", value=v) }}{{ f.text_input("b", "f-b", "B", value=v) }}', v=typed)

        assert html.count("&lt;/textarea&gt;&lt;b&gt; &#34;quoted&#34; ") == 2

    def test_keep_the_first_empty_line(self, kit_application: Flask) -> None:
        """A browser drops one line break after <textarea>, so there is one to drop."""
        assert ">\n\nsecond line</textarea>" in part(kit_application, '{{ f.textarea("a", "f-a", "A", value="\\nsecond line") }}')

    def test_tie_every_error_to_the_control(self, kit_application: Flask) -> None:
        html = part(kit_application, '{{ f.text_input("a", "f-a", "A", help="H", error=["One.", "Two."]) }}')

        assert 'aria-invalid="true" aria-describedby="f-a-help f-a-error"' in html
        assert re.findall(r"</span>(\w+\.)</span></p>", html) == ["One.", "Two."]

    def test_give_the_first_control_of_a_group_the_id_that_errors_link_to(self, kit_application: Flask) -> None:
        html = part(kit_application, '{{ f.radios("a", "f-a", "A", [("x", "X", ""), ("y", "Y", "")], value="y") }}')

        assert re.findall(r'<input type="radio" id="([\w-]+)"', html) == ["f-a", "f-a-y"]
        assert re.findall(r'value="(\w)" checked', html) == ["y"]

    def test_name_the_months_in_the_language_of_the_page(self, kit_application: Flask) -> None:
        html = part(kit_application, '{{ f.month_input("a", "f-a", "A", month="3", year="20x5") }}')

        assert '<option value="3" selected>maart</option>' in html
        assert 'name="a-year" type="text" inputmode="numeric" autocomplete="off" maxlength="4" value="20x5"' in html


class TestParts:
    def test_say_when_a_text_is_in_the_other_language(self, kit_application: Flask) -> None:
        assert part(kit_application, "{{ m.content(v) }}", v={"nl": "nee"}) == "nee"
        assert '<span lang="en">no</span> <span class="reg-small reg-soft">(alleen in het Engels)' in part(
            kit_application, "{{ m.content(v) }}", v={"en": "no"}
        )

    def test_never_take_content_for_mark_up(self, kit_application: Flask) -> None:
        calls = '{% call m.origin("<script>", "1", "/p") %}{% endcall %}{% call m.withheld("<b>", "<i>") %}{% endcall %}'

        html = part(kit_application, calls + '{{ m.content({"nl": "<u>"}) }}')

        assert re.findall("<(script|b|i|u)>", html) == []

    @pytest.mark.parametrize(
        ("page", "last", "shown"),
        [
            (1, 1, ""),
            (1, 3, "1 2 3 Volgende"),
            (2, 3, "Vorige 1 2 3 Volgende"),
            (7, 40, "Vorige 1 … 6 7 8 … 40 Volgende"),
            (40, 40, "Vorige 1 … 39 40"),
        ],
    )
    def test_name_the_pages_around_this_one(self, kit_application: Flask, page: int, last: int, shown: str) -> None:
        html = part(kit_application, "{{ m.pagination(page, last, address) }}", page=page, last=last, address="?page={}".format)

        assert " ".join(re.sub(r'<span class="reg-hide">.*?</span>|<[^>]*>', " ", html).split()) == shown

    def test_mark_every_step_up_to_the_one_that_holds(self, kit_application: Flask) -> None:
        html = part(kit_application, '{{ m.scale([("a", "A"), ("b", "B"), ("c", "C")], "b", "L") }}')

        assert re.findall(r"<li([^>]*)>", html) == [" data-on", ' data-on aria-current="true"', ""]
