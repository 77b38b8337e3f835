"""Rich text: its one canonical HTML, its plain form for people who type, and its visible text.

HTML (`p`, `ul`, `ol`, `li`, `strong`, `em`, `a[href=https]`) is what is kept.
The plain form is what forms show and read: a blank line begins a paragraph,
`- ` or `1. ` a list item, `**strong**`, `*emphasis*`, `[words](https://…)`, and
a bare https address is a link; a backslash takes away a sign's meaning. The
two turn into one another without loss.
"""

import re
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser

_BARE_LINK = re.compile(r"https://[^\s<>\"'\\*\[\]()]*[^\s<>\"'\\*\[\]().,;:!?]")
_SPACES = re.compile(r"[^\S\n]+")
_ESCAPABLE = re.compile(r"([\\*\[\]])")
_LIST_START = re.compile(r"^(- |\d{1,3}\. )")
_LINK_QUOTES = str.maketrans(
    {"(": "%28", ")": "%29", " ": "%20", "<": "%3C", ">": "%3E", '"': "%22", "'": "%27", "\\": "%5C", "*": "%2A", "[": "%5B", "]": "%5D"}
)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one manner of writing; `href` is "" where there is no link."""

    text: str
    is_strong: bool = False
    is_emphasis: bool = False
    href: str = ""


@dataclass(slots=True)
class Block:
    """A paragraph (one item), or a list with its items; each item is its runs."""

    kind: str
    items: list[list[Run]] = field(default_factory=list)


def from_html(html: str) -> list[Block]:
    """Read HTML. Tags that are not ours are dropped and their text stays; loose text becomes a paragraph."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return _tidied(reader.blocks)


def to_html(blocks: list[Block]) -> str:
    """Write the canonical HTML."""
    written = []
    for block in blocks:
        if block.kind == "p":
            written.append(f"<p>{_runs_html(block.items[0])}</p>")
        else:
            items = "".join(f"<li>{_runs_html(item)}</li>" for item in block.items)
            written.append(f"<{block.kind}>{items}</{block.kind}>")
    return "".join(written)


def from_plain(text: str) -> list[Block]:
    """Read the plain form."""
    blocks: list[Block] = []
    for part in re.split(r"\n[^\S\n]*\n\s*", text.replace("\r\n", "\n").replace("\r", "\n").strip()):
        blocks += _part_blocks(part)
    return _tidied(blocks)


def to_plain(blocks: list[Block]) -> str:
    """Write the plain form."""
    parts = []
    for block in blocks:
        if block.kind == "p":
            parts.append("\n".join(_guarded(line) for line in _runs_plain(block.items[0]).split("\n")))
        else:
            marks = (f"{n}. " for n in range(1, len(block.items) + 1)) if block.kind == "ol" else ("- " for _ in block.items)
            parts.append("\n".join(mark + _runs_plain(item).replace("\n", " ") for mark, item in zip(marks, block.items, strict=True)))
    return "\n\n".join(parts)


def visible_text(html: str) -> str:
    """Return what a reader sees: paragraphs and items on lines of their own, without marks."""
    return "\n".join("".join(run.text for run in item) for block in from_html(html) for item in block.items)


def canonical(html: str) -> str:
    """Return the one way in which this text is kept."""
    return to_html(from_html(html))


class _Reader(HTMLParser):
    """Collects blocks and runs from HTML, however it is nested."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._open: Block | None = None
        self._lists: list[str] = []
        self._strong = 0
        self._emphasis = 0
        self._hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"ul", "ol"}:
            self._lists.append(tag)
            self._begin(tag)
        elif tag == "li":
            self._item()
        elif tag in {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr"} and not self._lists:
            self._begin("p")
        elif tag == "br":
            self.handle_data("\n")
        elif tag in {"strong", "b"}:
            self._strong += 1
        elif tag in {"em", "i"}:
            self._emphasis += 1
        elif tag == "a":
            self._hrefs.append(next((value or "" for name, value in attrs if name == "href"), ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self._open = None
        elif tag == "p" and not self._lists:
            self._open = None
        elif tag in {"strong", "b"}:
            self._strong = max(0, self._strong - 1)
        elif tag in {"em", "i"}:
            self._emphasis = max(0, self._emphasis - 1)
        elif tag == "a" and self._hrefs:
            self._hrefs.pop()

    def handle_data(self, data: str) -> None:
        if self._open is None:
            if not data.strip():
                return
            self._begin(self._lists[-1] if self._lists else "p")
        block = self._open
        if block is None:
            return
        if not block.items:
            block.items.append([])
        href = self._hrefs[-1] if self._hrefs else ""
        block.items[-1].append(Run(data, self._strong > 0, self._emphasis > 0, href if href.startswith("https://") else ""))

    def _begin(self, kind: str) -> None:
        self._open = Block(kind)
        self.blocks.append(self._open)

    def _item(self) -> None:
        kind = self._lists[-1] if self._lists else "ul"
        if self._open is None or self._open.kind != kind:
            self._begin(kind)
        if self._open is not None:
            self._open.items.append([])


def _part_blocks(part: str) -> list[Block]:
    """Read one part between blank lines: a run of list lines, or a paragraph, in any order."""
    kinds: list[tuple[str, list[str]]] = []
    for line in part.split("\n"):
        mark = _LIST_START.match(line)
        kind = "p" if mark is None else "ul" if mark[0] == "- " else "ol"
        body = line[mark.end() :] if mark else line
        if kinds and kinds[-1][0] == kind:
            kinds[-1][1].append(body)
        else:
            kinds.append((kind, [body]))
    return [Block(kind, [_read_runs("\n".join(lines))] if kind == "p" else [_read_runs(line) for line in lines]) for kind, lines in kinds]


_TOKEN = re.compile(r"\\([\\*\[\]\-0-9])|\[((?:[^\[\]\\]|\\.)+)\]\((https://[^\s()]+)\)|(" + _BARE_LINK.pattern + r")|(\*\*|\*)", re.S)


def _read_runs(line: str) -> list[Run]:
    marked = _marked_runs(line, with_marks=True)
    return marked if marked is not None else _marked_runs(line, with_marks=False) or []


def _marked_runs(line: str, *, with_marks: bool) -> list[Run] | None:
    """Read the runs of a line; None when the marks do not come in pairs, so that they were meant as signs."""
    runs: list[Run] = []
    now = Run("")
    at = 0
    for token in _TOKEN.finditer(line):
        runs.append(replace(now, text=line[at : token.start()]))
        at = token.end()
        escaped, words, href, bare, mark = token.groups()
        if escaped:
            runs.append(replace(now, text=escaped))
        elif words:
            runs.append(replace(now, text=re.sub(r"\\(.)", r"\1", words), href=href))
        elif bare:
            runs.append(replace(now, text=bare, href=bare))
        elif not with_marks or not _is_mark(line, token.start(), token.end(), is_open=now.is_strong if mark == "**" else now.is_emphasis):
            runs.append(replace(now, text=mark))
        elif mark == "**":
            now = replace(now, is_strong=not now.is_strong)
        else:
            now = replace(now, is_emphasis=not now.is_emphasis)
    runs.append(replace(now, text=line[at:]))
    return None if now.is_strong or now.is_emphasis else [run for run in runs if run.text]


def _is_mark(line: str, start: int, end: int, *, is_open: bool) -> bool:
    """Say whether asterisks touch the words that they would mark."""
    return start > 0 and not line[start - 1].isspace() if is_open else end < len(line) and not line[end].isspace()


def _tidied(blocks: list[Block]) -> list[Block]:
    """Fold spaces, keep marks off the spaces, link bare addresses, join like runs, drop what is empty."""
    tidy = []
    for block in blocks:
        items = [item for item in (_tidied_runs(item, keeps_lines=block.kind == "p") for item in block.items) if item]
        if items and block.kind == "p" and any("\n" in run.text for run in items[0]):
            tidy += _resplit(items[0])
        elif items and tidy and block.kind != "p" and tidy[-1].kind == block.kind:
            tidy[-1].items += items
        elif items:
            tidy.append(Block(block.kind, items))
    return tidy


def _resplit(runs: list[Run]) -> list[Block]:
    """Keep single line breaks in a paragraph; an empty line in it begins another paragraph."""
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = re.split(r"\n(?:[^\S\n]*\n)+", run.text)
        if first:
            paragraphs[-1].append(replace(run, text=first))
        paragraphs += [[replace(run, text=text)] if text else [] for text in rest]
    return [Block("p", [tidy]) for tidy in (_trimmed(paragraph) for paragraph in paragraphs) if tidy]


def _tidied_runs(runs: list[Run], *, keeps_lines: bool) -> list[Run]:
    folded = [replace(run, text=_fold(run.text if keeps_lines else run.text.replace("\n", " "))) for run in runs]
    linked = [piece for run in _joined(folded) for piece in _linked(run)]
    return _trimmed(_joined([piece for run in linked for piece in _unmarked_edges(run)]))


def _fold(text: str) -> str:
    return re.sub(r" *\n *", "\n", _SPACES.sub(" ", text))


def _linked(run: Run) -> list[Run]:
    """Make bare addresses links, and links safe to write in the plain form."""
    if run.href:
        safe = run.href.translate(_LINK_QUOTES)
        return [replace(run, href=safe, text=safe if run.text == run.href else re.sub(r"\s+", " ", run.text))]
    pieces, at = [], 0
    for found in _BARE_LINK.finditer(run.text):
        pieces += [replace(run, text=run.text[at : found.start()]), replace(run, text=found[0], href=found[0])]
        at = found.end()
    return [piece for piece in [*pieces, replace(run, text=run.text[at:])] if piece.text]


def _unmarked_edges(run: Run) -> list[Run]:
    """Move the spaces at the ends of a marked or linked run outside it."""
    if not (run.is_strong or run.is_emphasis or run.href):
        return [run]
    inner = run.text.strip()
    if not inner:
        return [Run(run.text)]
    start = run.text.index(inner[0])
    before, after = run.text[:start], run.text[start + len(inner) :]
    return [piece for piece in (Run(before), replace(run, text=inner), Run(after)) if piece.text]


def _joined(runs: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text="") == replace(run, text="") and not run.href:
            joined[-1] = replace(run, text=_fold(joined[-1].text + run.text))
        else:
            joined.append(run)
    return joined


def _trimmed(runs: list[Run]) -> list[Run]:
    runs = [run for run in runs if run.text]
    while runs and not runs[0].text.strip():
        runs = runs[1:]
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    if runs:
        runs = [replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]]
        runs = [*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip())]
    return runs


def _runs_html(runs: list[Run]) -> str:
    written = []
    for run in runs:
        text = escape(run.text, quote=False)
        text = f"<em>{text}</em>" if run.is_emphasis else text
        text = f"<strong>{text}</strong>" if run.is_strong else text
        written.append(f'<a href="{escape(run.href)}">{text}</a>' if run.href else text)
    return "".join(written)


def _runs_plain(runs: list[Run]) -> str:
    """Write runs; a mark stands only where the manner of writing changes, always `**` before `*`."""
    written = []
    now = Run("")
    for run in [*runs, Run("")]:
        text = _ESCAPABLE.sub(r"\\\1", run.text)
        if run.href:
            text = run.href if run.text == run.href else f"[{text}]({run.href})"
        written.append("**" * (run.is_strong != now.is_strong) + "*" * (run.is_emphasis != now.is_emphasis) + text)
        now = run
    return "".join(written)


def _guarded(line: str) -> str:
    """Take the meaning from a paragraph line that would read as a list item."""
    return "\\" + line if _LIST_START.match(line) else line
