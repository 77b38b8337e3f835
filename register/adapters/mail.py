"""Sending mail: through an SMTP server, into a folder on one's own machine, or not at all."""

import secrets
import smtplib
import ssl
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlsplit

from register.errors import Unavailable
from register.ports import Clock, Letter
from register.settings import MailSecurity, Settings

_TIMEOUT = 20
#: The longest line that mail may have (RFC 5322).
_LONGEST_LINE = 998


class SmtpMailer:
    """Hands letters to a mail server."""

    is_available = True

    def __init__(self, settings: Settings, *, clock: Clock) -> None:
        self._settings, self._clock = settings, clock

    def send(self, recipient: str, letter: Letter) -> None:
        """Send a letter. Raises `Unavailable`; with `is_final` when the server will never take it for this recipient."""
        message = written(letter, recipient, self._settings, self._clock.now())
        try:
            with self._connected() as server:
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as refusal:
            codes = [code for code, _text in refusal.recipients.values()]
            raise Unavailable("the recipient was refused", is_final=all(code >= 500 for code in codes)) from None
        except (OSError, smtplib.SMTPException) as problem:
            # Not the text of the answer: servers repeat addresses in it.
            raise Unavailable(type(problem).__name__) from None

    def _connected(self) -> smtplib.SMTP:
        settings = self._settings
        if settings.smtp_security is MailSecurity.TLS:
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                settings.smtp_host, settings.smtp_port, timeout=_TIMEOUT, context=ssl.create_default_context()
            )
        else:
            server = smtplib.SMTP(settings.smtp_host, settings.smtp_port, timeout=_TIMEOUT)
        if settings.smtp_security is MailSecurity.STARTTLS:
            server.starttls(context=ssl.create_default_context())
        if settings.smtp_user:
            server.login(settings.smtp_user, settings.smtp_password)
        return server


class FolderMailer:
    """Leaves each letter in a folder, to be read with any mail program: for one's own machine."""

    is_available = True

    def __init__(self, folder: str, settings: Settings, *, clock: Clock) -> None:
        self._folder, self._settings, self._clock = Path(folder), settings, clock

    def send(self, recipient: str, letter: Letter) -> None:
        """Write the letter to a file of its own."""
        self._folder.mkdir(parents=True, exist_ok=True)
        now = self._clock.now()
        path = self._folder / f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}.eml"
        path.write_bytes(written(letter, recipient, self._settings, now).as_bytes())


class NoMailer:
    """For a register without a mail server: nothing that needs mail is offered."""

    is_available = False

    def send(self, recipient: str, letter: Letter) -> None:
        """Refuse: nobody should have asked."""
        raise Unavailable("there is no mail server", is_final=True)


def written(letter: Letter, recipient: str, settings: Settings, now: datetime) -> EmailMessage:
    """Write a letter as a message of RFC 5322. Header lines cannot be smuggled in: the library refuses line ends in them."""
    message = EmailMessage(policy=_Unbroken())
    message.set_content(letter.body)
    message["From"] = settings.mail_from
    message["To"] = recipient
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{secrets.token_hex(16)}@{urlsplit(settings.base_url).hostname}>"
    message["Content-Language"] = letter.language  # after the content, which takes every line of this family away
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no automatic answers, please
    for name, value in letter.headers.items():
        message[name] = value
    return message


class _Unbroken(EmailPolicy):
    """Leaves a header line of ASCII in one piece.

    The library breaks a long line without spaces by encoding it, and a link
    that is encoded is none: no mail program could stop a subscription with it
    (RFC 8058). Words that have to be encoded keep to the length that RFC 2047
    sets for them.
    """

    linesep = SMTP.linesep

    def fold_binary(self, name: str, value: str) -> bytes:
        """Return a header as its lines."""
        length = _LONGEST_LINE if value.isascii() else SMTP.max_line_length
        return EmailPolicy(linesep=self.linesep, max_line_length=length).fold_binary(name, value)
