"""What every file of the project has, and what no file may hold."""

import ast
import re

import pytest

from tests.architecture.sources import ROOT, files, modules, tree

NAMELESS_ROOMS = re.compile(r"(^|/)(utils?|helpers?|common|misc)(\.py|/)")
MIGRATION = re.compile(r"migrations/versions/(\d{4})_[a-z0-9_]+\.py")
UNFINISHED = re.compile("TO" + r"DO|FIX" + r"ME")  # in pieces, or this line would be found


class TestModules:
    @pytest.mark.parametrize("path", modules())
    def test_say_in_their_first_line_why_they_exist(self, path: str) -> None:
        docstring = ast.get_docstring(tree(path)) or ""

        first = docstring.split("\n\n")[0].strip()
        assert len(first.split()) >= 4, f"{path} begins with {first!r}"
        assert first[-1] in ".:;", f"the first sentence of {path} has no end"

    def test_have_names_that_say_what_is_in_them(self) -> None:
        assert [path for path in files() if NAMELESS_ROOMS.search(path)] == []


class TestMigrations:
    def test_are_numbered_without_gaps(self) -> None:
        names = modules("migrations/versions/")
        matches = [MIGRATION.fullmatch(path) for path in sorted(names)]

        assert [match and int(match[1]) for match in matches] == list(range(1, len(names) + 1))

    def test_follow_one_another_by_their_numbers(self) -> None:
        chain = [(constant(path, "down_revision"), constant(path, "revision")) for path in sorted(modules("migrations/versions/"))]

        assert [before for before, _ in chain] == [None, *(revision for _, revision in chain[:-1])]

    @pytest.mark.parametrize("path", modules("migrations/versions/"))
    def test_say_why_they_are_safe_beside_the_release_before(self, path: str) -> None:
        docstring = ast.get_docstring(tree(path)) or ""

        assert "afe " in docstring, f"{path} does not say whether the previous release can keep running"


def constant(path: str, name: str) -> object:
    """Read a constant of a module without running it."""
    for node in tree(path).body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        if any(isinstance(target, ast.Name) and target.id == name for target in targets) and isinstance(node, (ast.Assign, ast.AnnAssign)):
            return node.value and ast.literal_eval(node.value)
    raise AssertionError(f"{path} has no {name}")


class TestTexts:
    def test_hold_no_work_left_undone(self) -> None:
        texts = [path for path in files() if not path.endswith((".png", ".pdf", ".woff2"))]

        assert [path for path in texts if UNFINISHED.search((ROOT / path).read_text(encoding="utf-8"))] == []

    def test_begin_with_a_readme_that_can_be_read_at_one_sitting(self) -> None:
        assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 120


class TestLockFiles:
    @pytest.mark.parametrize("name", ["run", "build", "test"])
    def test_pin_every_package_by_hash_and_name_no_address(self, name: str) -> None:
        text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
        pinned = re.findall(r"^[a-z0-9.-]+==\S+.*(?:\n    --hash=sha256:[0-9a-f]{64}.*)+", text, re.MULTILINE)

        assert len(pinned) == len(re.findall(r"^\w", text, re.MULTILINE)) > 0
        assert re.findall(r"https?://|file:|index-url|find-links", text) == []

    def test_hold_the_hash_of_every_npm_package_and_no_address_of_one(self) -> None:
        text = (ROOT / "package-lock.json").read_text(encoding="utf-8")

        assert '"resolved"' not in text
        assert text.count('"integrity": "sha512-') == text.count('"node_modules/') > 0
