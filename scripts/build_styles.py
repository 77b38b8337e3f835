#!/usr/bin/env python3
"""Make the style sheets and fonts that the register serves, from the pinned npm packages and our own sources.

The result is never committed: set-up and release make it, under names that
hold a hash of the content, with a manifest that `register.web.assets` reads.
The rule: a class that a template uses has a rule, and (with --strict) a rule
of ours has a template that uses it.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tinycss2

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "register/web/styles"
OUTPUT = ROOT / "register/web/static/built"
NODE_MODULES = ROOT / "node_modules"

#: Where class names may stand: the templates of the doors, and the code that makes HTML for them.
SCREEN_SOURCES = ("register/web", "public_site", "register/backoffice")
#: The printed registration has a sheet and class names of its own.
PRINT_SOURCES = ("register/rendering",)
SOURCE_ENDINGS = {".html", ".jinja", ".py"}

#: The Utrecht components that we dress; each is one npm package, @utrecht/<name>-css.
COMPONENTS = ("document", "heading-1", "heading-2", "heading-3", "heading-4", "link", "button", "textbox", "textarea", "select")
THEME = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
OWN_SHEETS = ("register.css", "meaning.css", "work.css", "print.css")
NOTICE = "/* Contains Utrecht component CSS and voorbeeld design tokens, EUPL-1.2 */\n"

#: Our name for a font file, and where it comes from. Print takes the static cuts: a printer embeds them more safely than a variable font.
FONTS = {
    "source-sans-3.woff2": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    "source-serif-4-600.woff2": "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2",
    "source-sans-3-400.woff2": "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2",
    "source-sans-3-600.woff2": "@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2",
}

#: Our own pictures: the sign of the site, and the icons that print takes as backgrounds.
PICTURES = ("sign.svg", "lock.svg", "box.svg")

#: Names of which the template writes only the beginning (`reg-note--{{ kind }}`), with every ending that exists.
#: A beginning that is not listed here stops the build.
ENDINGS = {
    "reg-badge--": ("prohibited", "high", "exempt", "transparency", "minimal", "gpai", "none", "open"),
    "reg-outcome--": ("substantiated", "claimed", "in-progress", "not-met", "not-assessed"),
    "reg-due--": ("late", "soon", "easy"),
    "reg-note--": ("info", "ok", "warning", "error"),
    "reg-steps--": ("ok", "todo", "bad"),
    "reg-chart--": ("wide", "narrow"),
}

CLASS_ATTRIBUTE = re.compile(r'\bclass="((?:\{\{.*?\}\}|\{%.*?%\}|[^"])*)"', re.DOTALL)
EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
NAME = re.compile(r"(?<![\w/.#-])(?:reg|utrecht)-[a-z0-9]+(?:(?:__|--|-)[a-z0-9]+)*(?![\w-])")
ADDRESS = re.compile(r'url\("([^"]+)"\)')
UNKNOWN = "\0"


class BuildError(Exception):
    """The style sheet cannot be made; the message says what to do."""


@dataclass
class Uses:
    """The class names found in the sources, and the beginnings that have no known endings."""

    names: set[str] = field(default_factory=set)
    loose: set[str] = field(default_factory=set)

    def add(self, text: str) -> None:
        """Collect the names in one source, written out or as the beginning of a made name."""
        text = COMMENT.sub("", text)
        self.names.update(NAME.findall(text))
        for attribute in CLASS_ATTRIBUTE.findall(text):
            for word in EXPRESSION.sub(_effect, attribute).split():
                beginning, _, rest = word.partition(UNKNOWN)
                if not rest and UNKNOWN not in word:
                    self.names.add(word)
                elif beginning in ENDINGS:
                    self.names.update(beginning + ending for ending in ENDINGS[beginning])
                elif beginning:
                    self.loose.add(beginning)


def _effect(expression: re.Match[str]) -> str:
    """Stand in for a template expression: more classes when its texts start with a space, else an unknown piece of a name."""
    texts = [single or double for single, double in QUOTED.findall(expression[0])]
    if texts and all(text.startswith(" ") for text in texts):
        return "".join(texts) + " "
    return UNKNOWN if expression[0].startswith("{{") else " "


def used_classes(root: Path, folders: Iterable[str]) -> Uses:
    """Read every template, and every module that makes HTML, under the folders."""
    uses = Uses()
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in SOURCE_ENDINGS:
                uses.add(path.read_text(encoding="utf-8"))
    return uses


def classes_in(selector: str) -> set[str]:
    """Name the classes that a selector asks for; what stands inside :not() is not asked for."""
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", re.sub(r":not\([^)]*\)", "", selector)))


def selectors_of(rules: list[Any]) -> Iterator[str]:
    """Give each selector of a parsed sheet, media queries included."""
    for rule in rules:
        if rule.type == "qualified-rule":
            yield from re.split(r",(?![^(]*\))", tinycss2.serialize(rule.prelude))
        elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in {"container", "media", "supports"}:
            yield from selectors_of(_parsed(rule.content))


def ruled_classes(css: str) -> set[str]:
    """Name every class for which a sheet has a rule. Raises `BuildError` when the sheet cannot be read."""
    return set().union(*(classes_in(selector) for selector in selectors_of(_parsed(css))))


def _parsed(css: Any) -> list[Any]:
    rules: list[Any] = tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True)
    broken = [rule for rule in rules if rule.type == "error"]
    if broken:
        raise BuildError(f"line {broken[0].source_line}: {broken[0].message}")
    return rules


def trimmed(css: str | list[Any], used: set[str]) -> str:
    """Keep the rules whose selectors name only used classes."""
    kept = []
    for rule in _parsed(css):
        if rule.type == "qualified-rule":
            selectors = [s.strip() for s in re.split(r",(?![^(]*\))", tinycss2.serialize(rule.prelude)) if classes_in(s) <= used]
            body = squeezed(tinycss2.serialize(rule.content)).removesuffix(";")
            if selectors and body:
                kept.append(",".join(selectors) + "{" + body + "}")
        elif rule.type == "at-rule" and rule.content is not None:
            inner = trimmed(rule.content, used)
            if inner:
                kept.append(f"@{rule.at_keyword} {squeezed(tinycss2.serialize(rule.prelude))}" + "{" + inner + "}")
    return "".join(kept)


def squeezed(css: str) -> str:
    """Leave out comments and space that mean nothing."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    return re.sub(r":\s+", ":", css).strip().replace(";}", "}")


def theme_tokens(theme: str, css: str) -> str:
    """Look up in the voorbeeld theme what the sheet asks for and does not define, and what those ask for in turn."""
    defined = set(re.findall(r"(--[\w-]+)\s*:", css))
    offered = {name: value.strip() for name, value in re.findall(r"(--[\w-]+)\s*:\s*([^;}]+)", theme)}
    taken: dict[str, str] = {}
    asked = re.findall(r"var\(\s*(--[\w-]+)", css)
    while asked:
        name = asked.pop()
        if name in offered and name not in defined | taken.keys():
            taken[name] = offered[name]
            asked += re.findall(r"var\(\s*(--[\w-]+)", offered[name])
    return ":root{" + ";".join(f"{name}:{value}" for name, value in sorted(taken.items())) + "}"


def screen_sheet(node_modules: Path, used: set[str]) -> str:
    """Join theme, tokens, Utrecht's rules and ours, in that order: no cascade layers are needed, and nothing shouts."""
    utrecht = "".join(trimmed(_package(node_modules, f"@utrecht/{name}-css/dist/index.css"), used) for name in COMPONENTS)
    own = squeezed((STYLES / "tokens.css").read_text()) + utrecht + "".join(squeezed((STYLES / name).read_text()) for name in OWN_SHEETS)
    return NOTICE + theme_tokens(_package(node_modules, THEME), own) + own


def _package(node_modules: Path, name: str) -> str:
    return _file(node_modules, name).decode("utf-8")


def _file(node_modules: Path, name: str) -> bytes:
    try:
        return (node_modules / name).read_bytes()
    except FileNotFoundError:
        raise BuildError(f"{name} is not in {node_modules}. Run: scripts/npm ci") from None


class Output:
    """The folder with what is served: files under hashed names, and the manifest that knows them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: dict[str, str] = {}

    def add(self, name: str, content: bytes) -> None:
        """Write one file under its hashed name."""
        stem, dot, ending = name.rpartition(".")
        hashed = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}{dot}{ending}"
        (self.folder / hashed).write_bytes(content)
        self.manifest[name] = hashed

    def add_sheet(self, name: str, css: str) -> int:
        """Write a style sheet, the addresses in it made the hashed ones; return its compressed size."""
        css = ADDRESS.sub(lambda found: f'url("{self.manifest[Path(found[1]).name]}")', css)
        content = css.encode("utf-8")
        self.add(name, content)
        return len(gzip.compress(content, 9))

    def close(self) -> None:
        """Write the manifest in one step, then remove what the manifest before it named and this one does not."""
        manifest = self.folder / "manifest.json"
        earlier = set(json.loads(manifest.read_text()).values()) if manifest.exists() else set()
        draft = self.folder / "manifest.json.new"
        draft.write_text(json.dumps(self.manifest, indent=1, sort_keys=True) + "\n")
        draft.replace(manifest)
        for name in earlier - set(self.manifest.values()):
            (self.folder / name).unlink(missing_ok=True)


def problems_of(uses: Uses, own: set[str], utrecht: set[str]) -> tuple[list[str], list[str]]:
    """Name the used classes without a rule, and our rules without a use."""
    missing = sorted(uses.names - own - utrecht) + [f"{beginning}… (list its endings in ENDINGS)" for beginning in sorted(uses.loose)]
    return missing, sorted(own - uses.names)


def build(node_modules: Path, output: Path, also: Iterable[str] = ()) -> tuple[list[str], list[str]]:
    """Make everything; return the used classes without a rule, and our rules without a use."""
    uses = used_classes(ROOT, [*SCREEN_SOURCES, *also])
    own = set().union(*(ruled_classes((STYLES / name).read_text()) for name in OWN_SHEETS))
    utrecht = set().union(*(ruled_classes(_package(node_modules, f"@utrecht/{name}-css/dist/index.css")) for name in COMPONENTS))
    missing, unused = problems_of(uses, own, utrecht)
    printed = (STYLES / "pdf.css").read_text()
    more_missing, more_unused = problems_of(used_classes(ROOT, PRINT_SOURCES), ruled_classes(printed), set())

    output.mkdir(parents=True, exist_ok=True)
    files = Output(output)
    for name, source in FONTS.items():
        files.add(name, _file(node_modules, source))
    for name in PICTURES:
        files.add(name, (STYLES / name).read_bytes())
    sheet = screen_sheet(node_modules, uses.names)
    size = files.add_sheet("register.css", sheet)
    files.add_sheet("pdf.css", printed)
    files.close()
    web_fonts = sum((output / files.manifest[name]).stat().st_size for name in ("source-sans-3.woff2", "source-serif-4-600.woff2"))
    print(f"register.css {len(sheet) / 1000:.1f} kB, {size / 1000:.1f} kB compressed; web fonts {web_fonts / 1000:.1f} kB")
    return missing + more_missing, unused + more_unused


def main(arguments: list[str] | None = None) -> int:
    """Build, print the sizes and both lists, and answer 1 when a list must be empty and is not."""
    parser = argparse.ArgumentParser(description="Make the style sheets and fonts that the register serves.")
    parser.add_argument("--strict", action="store_true", help="refuse a rule of ours that no template uses, too")
    parser.add_argument("--also", action="append", default=[], metavar="FOLDER", help="read the class names in this folder, too")
    parser.add_argument("--node-modules", type=Path, default=NODE_MODULES)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args(arguments)
    try:
        missing, unused = build(options.node_modules, options.output, options.also)
    except BuildError as error:
        print(f"The style sheet was not made. {error}", file=sys.stderr)
        return 1
    if missing:
        print("Classes that a template uses and no sheet has a rule for:\n  " + "\n  ".join(missing), file=sys.stderr)
    if unused:
        print(f"{len(unused)} rules of ours that no template uses: " + ", ".join(unused), file=sys.stderr if options.strict else sys.stdout)
    return 1 if missing or (options.strict and unused) else 0


if __name__ == "__main__":
    sys.exit(main())
