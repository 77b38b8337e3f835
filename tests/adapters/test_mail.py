"""Letters reach a real mail server whole, and a server that refuses is understood."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from register.adapters.mail import FolderMailer, NoMailer, SmtpMailer, written
from register.errors import Unavailable
from register.ports import Letter
from register.rendering.mail_links import MailLinks
from register.settings import MailSecurity, Settings
from tests.factories import NOON
from tests.factories.world import FixedClock
from tests.mail_server import Sink, listening

LINK = MailLinks("https://algoritmeregister.example", b"secret").subscription("0123456789abcdef" * 2, "nl")
DIGEST = Letter("1 verandering", "Regel\n", "nl", {"List-Unsubscribe": f"<{LINK}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"})
LETTER = Letter("Uw vraag over “Één”", "Regel één\n\nRegel twee €\n", "nl", {"List-Unsubscribe": "<https://register.example/af>"})


@pytest.fixture
def sink() -> Sink:
    return Sink()


@pytest.fixture
def mailer(sink: Sink, settings: Settings) -> Iterator[SmtpMailer]:
    with listening(sink) as port:
        yield SmtpMailer(
            replace(settings, smtp_host="127.0.0.1", smtp_port=port, smtp_security=MailSecurity.NONE, base_url="https://register.example"),
            clock=FixedClock(),
        )


def received(sink: Sink) -> EmailMessage:
    [envelope] = sink.envelopes
    assert isinstance(envelope.content, bytes)
    message = message_from_bytes(envelope.content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


class TestSmtpMailer:
    def test_delivers_the_letter_as_it_was_written(self, mailer: SmtpMailer, sink: Sink) -> None:
        mailer.send("burger@post.example", LETTER)

        message = received(sink)
        assert message["Subject"] == LETTER.subject
        assert message["To"] == "burger@post.example"
        assert message["List-Unsubscribe"] == "<https://register.example/af>"
        assert message["Auto-Submitted"] == "auto-generated"
        assert message["Message-ID"].endswith("@register.example>")
        assert message.get_content().replace("\r\n", "\n") == LETTER.body

    def test_leaves_the_link_to_stop_in_one_line(self, mailer: SmtpMailer, sink: Sink) -> None:
        mailer.send("burger@post.example", DIGEST)

        [envelope] = sink.envelopes
        assert isinstance(envelope.content, bytes)
        lines = envelope.content.split(b"\r\n")
        assert f"List-Unsubscribe: <{LINK}>".encode() in lines
        assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in lines

    def test_keeps_encoded_words_short_enough_to_be_read(self, mailer: SmtpMailer, sink: Sink) -> None:
        mailer.send("burger@post.example", replace(LETTER, subject="Eén " * 40))

        [envelope] = sink.envelopes
        assert isinstance(envelope.content, bytes)
        head = envelope.content.split(b"\r\n\r\n")[0]
        assert max(len(line) for line in head.split(b"\r\n")) <= 78

    def test_says_in_which_language_it_is(self, mailer: SmtpMailer, sink: Sink) -> None:
        mailer.send("burger@post.example", LETTER)

        assert received(sink)["Content-Language"] == "nl"

    @pytest.mark.parametrize(("recipient", "is_final"), [("nobody@post.example", True), ("busy@post.example", False)])
    def test_tells_a_refusal_for_good_from_one_for_now(self, mailer: SmtpMailer, recipient: str, is_final: bool) -> None:  # noqa: FBT001  # pytest gives it
        with pytest.raises(Unavailable) as refused:
            mailer.send(recipient, LETTER)

        assert refused.value.details["is_final"] is is_final
        assert recipient not in str(refused.value)

    def test_says_when_there_is_no_server(self, settings: Settings) -> None:
        away = SmtpMailer(replace(settings, smtp_host="127.0.0.1", smtp_port=1, smtp_security=MailSecurity.NONE), clock=FixedClock())

        with pytest.raises(Unavailable) as refused:
            away.send("burger@post.example", LETTER)

        assert not refused.value.details.get("is_final")


class TestWritten:
    def test_lets_no_line_into_the_head(self, settings: Settings) -> None:
        with pytest.raises(ValueError, match="linefeed"):
            written(replace(LETTER, subject="Vraag\nBcc: iedereen@post.example"), "burger@post.example", settings, NOON)


class TestFolderMailer:
    def test_leaves_a_letter_that_a_mail_program_can_open(self, settings: Settings, tmp_path: Path) -> None:
        FolderMailer(str(tmp_path / "mail"), settings, clock=FixedClock()).send("burger@post.example", LETTER)

        [path] = (tmp_path / "mail").glob("*.eml")
        assert message_from_bytes(path.read_bytes(), policy=policy.default)["Subject"] == LETTER.subject

    def test_leaves_the_link_to_stop_in_one_line(self, settings: Settings, tmp_path: Path) -> None:
        FolderMailer(str(tmp_path / "mail"), settings, clock=FixedClock()).send("burger@post.example", DIGEST)

        [path] = (tmp_path / "mail").glob("*.eml")
        assert f"List-Unsubscribe: <{LINK}>".encode() in path.read_bytes().splitlines()


class TestNoMailer:
    def test_refuses_for_good(self) -> None:
        assert not NoMailer().is_available
        with pytest.raises(Unavailable):
            NoMailer().send("burger@post.example", LETTER)
