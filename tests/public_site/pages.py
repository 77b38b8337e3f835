"""Reading pages as tests do: what is on them, where they lead, and whether they are sound."""

import re
from html import unescape
from html.parser import HTMLParser

from flask.testing import FlaskClient

POINTING = ("for", "aria-describedby", "aria-labelledby", "aria-controls")
VOID = {"meta", "link", "input", "br", "hr", "path", "circle", "rect"}
TAG = re.compile(r"<[^>]+>")
#: Soft hyphens are for the eye only.
SOFT_HYPHEN = "\u00ad"


class Sound(HTMLParser):
    """Gathers what is wrong with a page: elements that are not closed, ids that are not there or there twice, more than one title."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.pointed: list[str] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.titles = 0
        self.feed(html)
        self.faults += [f"<{tag}> is not closed" for tag in self.open]
        self.faults += [f"id {each} is there twice" for each in set(self.ids) if self.ids.count(each) > 1]
        self.faults += [f"id {each} is not there" for each in self.pointed if each not in self.ids]
        self.faults += [] if self.titles == 1 else [f"{self.titles} elements h1"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.titles += tag == "h1"
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in POINTING:
                self.pointed += (value or "").split()
            elif name == "href" and re.fullmatch("#.+", value or ""):
                self.pointed.append((value or "")[1:])
            elif name in {"style", "onclick"}:
                self.faults.append(f"{name} on <{tag}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    """Return the HTML at an address."""
    response = client.get(address)
    assert response.status_code == status, f"{address} answers {response.status_code}"
    return response.text.replace(SOFT_HYPHEN, "")


def words(html: str) -> str:
    """Return what there is to read, each text after the other."""
    body = re.sub(r"^.*?<body[^>]*>", "", html, flags=re.DOTALL)
    return " ".join(unescape(TAG.sub(" ", body)).split())


def links(html: str) -> list[str]:
    """Return the addresses on our own site to which a page leads, without what comes after #."""
    found = (unescape(href).split("#")[0] for href in re.findall(r'(?:href|action)="([^"]+)"', html))
    return [href for href in dict.fromkeys(found) if href.startswith("/")]


def main_part(html: str) -> str:
    """Return the page without its head, top and foot."""
    return html.split("<main", 1)[1].split("</main>", 1)[0]
