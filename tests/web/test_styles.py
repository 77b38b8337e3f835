"""The style sheet: what its build keeps, refuses and serves, and that every pair of colours can be read."""

import json
import re
from collections.abc import Iterable, Iterator
from gzip import compress
from pathlib import Path

import pytest

from register.errors import Unavailable
from register.web import assets
from scripts import build_styles
from scripts.build_styles import NODE_MODULES, ROOT, SCREEN_SOURCES, STYLES, BuildError, Uses

TEMPLATES = [path for folder in SCREEN_SOURCES for path in sorted((ROOT / folder).rglob("*.html"))]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("styles") / "built"
    build_styles.build(NODE_MODULES, folder)
    return folder


def uses(text: str) -> Uses:
    found = Uses()
    found.add(text)
    return found


class TestUses:
    @pytest.mark.parametrize(
        ("template", "names"),
        [
            ('<p class="reg-small  reg-soft">', {"reg-small", "reg-soft"}),
            ("<p class=\"reg-icon{{ ' ' ~ class if class }}\">", {"reg-icon"}),
            ("<p class=\"reg-field{{ ' reg-field--error' if error }}\">", {"reg-field", "reg-field--error"}),
            ('<p class="reg-due reg-due--{{ kind }}">', {"reg-due", "reg-due--late", "reg-due--soon", "reg-due--easy"}),
            ('<p class="reg-choice{% if a == "b" %} reg-choice--card{% endif %}">', {"reg-choice", "reg-choice--card"}),
            ('{{ icon("done", _("in order:"), "reg-steps--ok") }}', {"reg-steps--ok"}),
            ("Markup('<ins class=\"reg-new\">')", {"reg-new"}),
            ('<rect class="track">', {"track"}),
            ('{# class="reg-old" #}<a href="/reg-page" id="x">', set()),
        ],
    )
    def test_are_found_however_they_are_written(self, template: str, names: set[str]) -> None:
        assert uses(template).names == names

    def test_are_loose_when_their_endings_are_not_known(self) -> None:
        found = uses('<p class="reg-colour--{{ kind }}">')

        missing, unused = build_styles.problems_of(found, {"reg-rule"}, set())

        assert missing == ["reg-colour--… (list its endings in ENDINGS)"]
        assert unused == ["reg-rule"]


class TestTrimmed:
    @pytest.mark.parametrize(
        ("css", "kept"),
        [
            (".a { color: red } .b { color: blue }", ".a{color:red}"),
            (".a, .b { color: red }", ".a{color:red}"),
            (".a:not(.b) .a :focus { color: red; }", ".a:not(.b) .a :focus{color:red}"),
            (
                "@media (width > 1px) { .a { margin: calc(1px + 2px) } .b { margin: 0 } }",
                "@media (width > 1px){.a{margin:calc(1px + 2px)}}",
            ),
            ("@media print { .b { color: red } }", ""),
            ("/* .a */ .a {}", ""),
        ],
    )
    def test_keeps_what_names_only_used_classes(self, css: str, kept: str) -> None:
        assert build_styles.trimmed(css, {"a"}) == kept

    def test_refuses_a_broken_sheet(self) -> None:
        with pytest.raises(BuildError, match="line 1"):
            build_styles.ruled_classes(".a")


class TestThemeTokens:
    def test_follow_the_chain_and_leave_what_we_define(self) -> None:
        theme = ":root { --x: var(--y); --y: 1px; --z: 2px; --ours: theirs }"

        assert (
            build_styles.theme_tokens(theme, "a { width: var(--x, 0); color: var(--ours) } b { --ours: 1 }")
            == ":root{--x:var(--y);--y:1px}"
        )


class TestBuild:
    def test_leaves_no_class_without_a_rule(self, built: Path) -> None:
        missing, _unused = build_styles.build(NODE_MODULES, built)

        assert missing == []

    def test_serves_every_file_that_a_sheet_asks_for_and_nothing_from_elsewhere(self, built: Path) -> None:
        names = json.loads((built / "manifest.json").read_text())

        for sheet in ("register.css", "pdf.css"):
            asked = re.findall(r'url\("?([^")]+)', (built / names[sheet]).read_text())
            assert {name for name in asked if name not in names.values()} == set()
            assert len(asked) >= 2

    def test_keeps_nothing_of_an_earlier_build(self, tmp_path: Path) -> None:
        first = build_styles.Output(tmp_path)
        first.add("a.css", b"one")
        first.close()
        (tmp_path / "not-ours").touch()

        second = build_styles.Output(tmp_path)
        second.add("a.css", b"two")
        second.close()

        assert {path.name for path in tmp_path.iterdir()} == {"manifest.json", "not-ours", second.manifest["a.css"]}

    def test_stays_small_enough_for_a_bad_phone(self, built: Path) -> None:
        sheet = built / json.loads((built / "manifest.json").read_text())["register.css"]

        assert len(compress(sheet.read_bytes(), 9)) < 18_000

    def test_keeps_the_notice_of_the_licence(self, built: Path) -> None:
        sheet = built / json.loads((built / "manifest.json").read_text())["register.css"]

        assert sheet.read_text().startswith("/* Contains Utrecht component CSS and voorbeeld design tokens, EUPL-1.2 */")

    def test_says_what_to_do_when_the_packages_are_not_there(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        code = build_styles.main(["--node-modules", str(tmp_path / "none"), "--output", str(tmp_path / "built")])

        assert code == 1
        assert "Run: scripts/npm ci" in capsys.readouterr().err


class TestAssets:
    def test_have_an_address_that_changes_with_their_content(self, built: Path) -> None:
        assert re.fullmatch(r"register\.[0-9a-f]{12}\.css", assets.manifest(built)["register.css"])

    def test_say_what_to_do_when_they_were_not_built(self, tmp_path: Path) -> None:
        with pytest.raises(Unavailable) as caught:
            assets.manifest(tmp_path)

        assert "scripts/build_styles.py" in caught.value.details["remedy"]


class TestTemplates:
    @pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
    def test_have_nothing_inline(self, path: Path) -> None:
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.S)

        assert re.findall(r"<[^>]*\s(?:style|on[a-z]+)\s*=[^>]*>", text) == []
        assert re.findall(r"<style|<script(?![^>]*\ssrc=)|javascript:", text) == []


#: Text on a surface, which needs 4.5:1, and shapes, which need 3:1. A new pair of tokens that meets on a page goes here.
MESSAGES = ("error", "warning", "ok", "info")
PLAIN = ("ink", "ink-soft", "accent", "accent-hover", "visited", *MESSAGES)
RISKS = ("prohibited", "high", "transparency", "minimal", "none")
OUTCOMES = ("substantiated", "claimed", "in-progress", "not-met", "not-assessed")
TEXT = [
    *((text, surface) for text in PLAIN for surface in ("paper", "surface", "sunken")),
    *((text, "accent-tint") for text in ("ink", "ink-soft", "accent")),
    *((text, f"{kind}-tint") for kind in MESSAGES for text in (kind, "ink", "ink-soft", "accent")),
    *((f"risk-{kind}", f"risk-{kind}-tint") for kind in RISKS),
    *((f"risk-{kind}", surface) for kind in ("open",) for surface in ("paper", "surface")),
    *((f"outcome-{kind}", surface) for kind in OUTCOMES for surface in ("paper", "surface")),
    *(("on-accent", accent) for accent in ("accent", "accent-hover")),
    *((text, "deep") for text in ("on-deep", "on-deep-soft")),
    *((kind, f"{kind}-tint") for kind in ("added", "removed")),
    ("on-marker", "marker"),
]
SHAPES = [
    *((f"chart-{number}", "surface") for number in range(1, 6)),
    *(("line-strong", surface) for surface in ("paper", "surface", "sunken")),
    *(("focus-ring", surface) for surface in ("paper", "surface", "sunken", "focus-halo")),
    *((light, "deep") for light in ("marker", "sun")),
]


def colours(mode: str) -> dict[str, str]:
    """Read the colours of a mode; dark ones replace light ones, as in the browser."""
    light, dark = (STYLES / "tokens.css").read_text().split("@media screen and", 1)
    return dict(read(light)) | (dict(read(dark.split("/* Layer 2")[0])) if mode == "dark" else {})


def read(css: str) -> Iterator[tuple[str, str]]:
    yield from re.findall(r"--reg-([a-z0-9-]+):\s*(#[0-9a-f]{6})", css)


def luminance(colour: str) -> float:
    """Weigh a colour as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def too_close(mode: str, pairs: Iterable[tuple[str, str]], needed: float) -> list[str]:
    named = colours(mode)
    ratios = {f"{one} on {other}": contrast(named[one], named[other]) for one, other in pairs}
    return [f"{pair}: {ratio:.2f}" for pair, ratio in ratios.items() if ratio < needed]


class TestContrast:
    def test_is_measured_as_the_guidelines_do(self) -> None:
        assert contrast("#000000", "#ffffff") == pytest.approx(21)
        assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)

    @pytest.mark.parametrize("mode", ["light", "dark"])
    def test_of_text_is_enough_to_read(self, mode: str) -> None:
        assert too_close(mode, TEXT, 4.5) == []

    @pytest.mark.parametrize("mode", ["light", "dark"])
    def test_of_shapes_is_enough_to_see(self, mode: str) -> None:
        assert too_close(mode, SHAPES, 3) == []
