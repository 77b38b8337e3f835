"""A page as a browser without scripts has it: its words, its links, and its forms with what stands in them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"input", "meta", "link", "br", "hr", "path", "circle", "rect"}


@dataclass
class Form:
    """A form: where it goes, and what its inputs hold now."""

    action: str
    method: str
    values: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)

    def put(self, name: str, *values: str) -> "Form":
        """Type something, or choose something."""
        self.values[name] = list(values)
        return self

    def one(self, name: str) -> str:
        """Return what stands in an input."""
        (value,) = self.values[name]
        return value


class Page(HTMLParser):
    """Reads a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.links: list[tuple[str, str]] = []
        self.words = ""
        self.title = ""
        self._form: Form | None = None
        self._by_id: dict[str, Form] = {}
        self._textarea: tuple[str, list[str]] | None = None
        self._select: str | None = None
        self._button: tuple[str, str, list[str], Form | None] | None = None
        self._link: tuple[str, list[str]] | None = None
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(given.get("action", ""), given.get("method", "get"))
            self._by_id[given.get("id", "")] = self._form
            self.forms.append(self._form)
        elif tag == "input" and self._form is not None and given.get("name"):
            self._input(given)
        elif tag == "textarea":
            self._textarea = (given.get("name", ""), [])
        elif tag == "select" and self._form is not None:
            self._select = given["name"]
            self._form.values.setdefault(given["name"], [""])
        elif tag == "option" and self._select and self._form is not None and "selected" in given:
            self._form.values[self._select] = [given.get("value", "")]
        elif tag == "button":
            self._button = (given.get("name", ""), given.get("value", ""), [], self._form)
        elif tag == "a":
            self._link = (given.get("href", ""), [])
        elif tag == "title":
            self._in_title = True

    def _input(self, given: dict[str, str]) -> None:
        assert self._form is not None
        if given.get("type") in {"checkbox", "radio"}:
            if "checked" in given:
                self._form.values.setdefault(given["name"], []).append(given.get("value", "on"))
        else:
            self._form.values.setdefault(given["name"], []).append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._textarea is not None:
            name, pieces = self._textarea
            if self._form is not None and name:
                self._form.values.setdefault(name, []).append("".join(pieces).removeprefix("\n"))
            self._textarea = None
        elif tag == "select":
            self._select = None
        elif tag == "button" and self._button is not None:
            name, value, pieces, form = self._button
            if form is not None:
                form.buttons.append((name, value, " ".join("".join(pieces).split())))
            self._button = None
        elif tag == "a" and self._link is not None:
            self.links.append((" ".join("".join(self._link[1]).replace("\u00ad", "").split()), self._link[0]))
            self._link = None
        elif tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._textarea is not None:
            self._textarea[1].append(data)
        if self._button is not None:
            self._button[2].append(data)
        if self._link is not None:
            self._link[1].append(data)
        if self._in_title:
            self.title += data
        self.words += data.replace("\u00ad", "")

    def form(self, ending: str) -> Form:
        """Return the form whose action ends so."""
        (found,) = [each for each in self.forms if each.action.split("?")[0].endswith(ending)]
        return found

    def href(self, words: str) -> str:
        """Return where the first link with these words leads."""
        return next(href for text, href in self.links if words in text)
