"""What every Jinja environment of the register gets: sentences, the forms of dates and numbers, and the language of the moment.

Web pages and the printed registration install the same things; they differ
only in where the language comes from.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from register.translations import Language, articles, counted, formats, sentence


def install(environment: Environment, language: Callable[[], Language]) -> None:
    """Add `_`, `gettext`, `ngettext`, `{% trans %}`, the filters, and the global `current_language()`."""
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.policies["ext.i18n.trimmed"] = True
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        lambda english: sentence(language(), english),
        lambda singular, plural, n: counted(language(), singular, plural, n),
        newstyle=True,
    )
    environment.globals["current_language"] = language
    forms: dict[str, Callable[..., Any]] = {
        "article": articles.cite,
        "date": formats.day,
        "localised": formats.localised,
        "moment": formats.moment,
        "month": formats.month,
        "named": formats.named,
        "number": formats.number,
        "percent": formats.percent,
        "quoted": formats.quoted,
        "soft": formats.soft,
    }
    environment.filters.update({name: _in_language(form, language) for name, form in forms.items()})
    environment.filters["in_language"] = formats.Localised
    environment.filters["clock"] = formats.clock
    environment.filters["number_in_threes"] = formats.number_in_threes


def _in_language(form: Callable[[Any, Language], Any], current: Callable[[], Language]) -> Callable[..., Any]:
    """Bind a form to the language of the moment; a template may name another one as the argument.

    The filter asks for the context only so that Jinja does not work it out once, while compiling, in whatever language came first.
    """

    @pass_context
    def written(_context: Context, value: Any, language: Language | None = None) -> Any:
        return form(value, language or current())

    return written
