"""A door with nothing behind it that shows every shared part of the pages in every state, for tests and for the eye.

`python -m tests.web.kit FOLDER [NODE_MODULES]` takes pictures of it: three widths, light and
dark, two languages.
"""

from datetime import UTC, date, datetime
from pathlib import Path

from flask import Flask, Response, send_from_directory
from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser, Page, Route

import register.web
from register.rendering import answers
from register.web import assets, language
from scripts import build_styles
from tests.rendering.documents import told_document

WEB = Path(register.web.__file__).parent
PUBLIC = ("home", "search", "organisations", "products", "about", "api_docs", "accessibility", "privacy")
WORK = ("work", "registrations", "products", "team")
ENDPOINTS = (*(f"public_site.{name}" for name in PUBLIC), *(f"backoffice.{name}" for name in WORK), "web.login", "web.logout")
MOMENT = datetime(2026, 11, 20, 8, 41, tzinfo=UTC)
#: What ../../../register/web/README.md asks of a door.
GIVEN = {
    "here": "search",
    "other_language_url": "#",
    "public_sequence": 8412,
    "as_of_date": date(2026, 11, 22),
    "demonstration": True,
    "person_name": "Sanne de Vries",
    "session_until": MOMENT,
    "moment": MOMENT,
    "request_id": "7F3A",
    "retry_after": None,
}
PAGES = ("kit_public.html", "kit_work.html", "errors/public.html", "errors/work.html")


def styles(folder: Path, node_modules: Path = build_styles.NODE_MODULES) -> Path:
    """Build the style sheet with what only the kit shows so far."""
    build_styles.build(node_modules, folder, ["tests/web/kit"])
    return folder


def application(built: Path) -> Flask:
    """Make an application that has every address, and no page behind it but the kit's own."""
    app = Flask("kit")
    app.jinja_loader = ChoiceLoader([FileSystemLoader(Path(__file__).parent), FileSystemLoader(WEB / "templates")])
    app.jinja_env.undefined = StrictUndefined
    language.install(app.jinja_env)
    app.jinja_env.globals.update(
        asset=lambda name: assets.ADDRESS + assets.manifest(built)[name],
        page_url="/nl/{}".format,
        own_url=lambda: "https://register.example/nl/kit",
        shown_day=lambda: None,
        linked_page=lambda _title: "",
        csrf_token=lambda: "token",
    )
    app.jinja_env.filters["is_past"] = lambda day: day < "2026-11-22"
    for endpoint in ENDPOINTS:
        app.add_url_rule(f"/{endpoint}", endpoint, lambda: "")

    @app.get(f"{assets.ADDRESS}<name>")
    def served(name: str) -> Response:
        return send_from_directory(built, name)

    @app.get("/<chosen>/<path:name>")
    def show(chosen: language.Language, name: str) -> str:
        language.use(chosen)
        template = app.jinja_env.get_template(name)
        chapters = answers.chapters(told_document(), chosen)
        return template.render(GIVEN | {"language": chosen, "status": 404, "chapters": chapters})

    return app


def answer(app: Flask, route: Route) -> None:
    """Answer a browser from the application, without a server between them."""
    path = route.request.url.removeprefix("http://kit.example")
    with app.test_client().get(path, buffered=True) as response:
        route.fulfill(status=response.status_code, headers=dict(response.headers), body=response.get_data())


def opened(started: Browser, app: Flask, name: str, *, chosen: str = "nl", width: int = 1280, scheme: str = "light") -> Page:
    """Open one page of the kit as a person with this screen would."""
    page = started.new_page(viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light")
    page.route("**/*", lambda route: answer(app, route))
    page.goto(f"http://kit.example/{chosen}/{name}")
    page.evaluate("document.fonts.ready")
    return page
