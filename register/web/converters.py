"""How numbers stand in addresses: matched as text by their pattern, so that whatever is not one is simply no page."""

from flask import Flask
from werkzeug.routing import BaseConverter


class NumberConverter(BaseConverter):
    """A number of the register: nine digits, the first not 0. Stays text."""

    regex = "[1-9][0-9]{8}"


class VersionConverter(BaseConverter):
    """The number of a version, written in one way only: 7, never 07."""

    regex = "[1-9][0-9]{0,5}"

    def to_python(self, value: str) -> int:
        return int(value)


class PublicIdConverter(BaseConverter):
    """The random id that stands for a person or a machine."""

    regex = "[0-9a-f]{16}"


CONVERTERS: dict[str, type[BaseConverter]] = {"number": NumberConverter, "version": VersionConverter, "public_id": PublicIdConverter}


def install(app: Flask) -> None:
    """Let a door write `<number:number>` and `<version:version>` in its addresses."""
    app.url_map.converters.update(CONVERTERS)
