"""The server of these tests ends without leaving anything half done."""

import threading
from contextlib import suppress
from urllib.request import urlopen
from wsgiref.types import StartResponse, WSGIEnvironment

from tests.browser.site import serving


class TestServing:
    def test_ends_after_the_last_answer(self) -> None:
        told: list[str] = []
        has_begun, may_end = threading.Event(), threading.Event()

        def slow(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
            has_begun.set()
            may_end.wait(10)
            told.append("answered")
            start_response("204 No Content", [])
            return []

        def ask() -> None:
            with suppress(OSError), urlopen(address, timeout=10):  # noqa: S310  # our own
                pass

        with serving(slow) as address:
            asking = threading.Thread(target=ask)
            asking.start()
            has_begun.wait(10)
            threading.Timer(1, may_end.set).start()  # later than the server ends by itself
        told.append("ended")
        asking.join()

        assert told == ["answered", "ended"]
