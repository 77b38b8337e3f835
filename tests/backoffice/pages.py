"""A page as a browser without scripts has it: its words, its links, and its forms with what stands in them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """A form: where it goes, and what its inputs hold now."""

    action: str
    method: str
    values: dict[str, list[str]] = field(default_factory=dict)

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
        self._textarea: tuple[str, list[str]] | None = None
        self._select: str | None = None
        self._link: tuple[str, list[str]] | None = None
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(given.get("action", ""), given.get("method", "get"))
            self.forms.append(self._form)
        elif tag in {"input", "textarea", "select", "option"}:
            self._control(tag, given)
        elif tag == "a":
            self._link = (given.get("href", ""), [])
        elif tag == "title":
            self._in_title = True

    def _control(self, tag: str, given: dict[str, str]) -> None:
        if tag == "textarea":
            self._textarea = (given.get("name", ""), [])
        elif self._form is None:
            return
        elif tag == "input" and given.get("name"):
            self._input(given)
        elif tag == "select":
            self._select = given["name"]
            self._form.values.setdefault(given["name"], [""])
        elif tag == "option" and self._select and "selected" in given:
            self._form.values[self._select] = [given.get("value", "")]

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
        elif tag == "a" and self._link is not None:
            self.links.append((" ".join("".join(self._link[1]).replace("\u00ad", "").split()), self._link[0]))
            self._link = None
        elif tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._textarea is not None:
            self._textarea[1].append(data)
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
