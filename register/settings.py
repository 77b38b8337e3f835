"""Every setting of a deployment: read once from the environment, checked, then frozen.

Each field is the environment variable `REGISTER_<NAME>`; `.env.example` says
what each is for, and a test keeps the two equal.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

PREFIX = "REGISTER_"
RANGES = {
    "port": (1, 65535),
    "dev_idp_port": (1, 65535),
    "workers": (1, 64),
    "session_idle_minutes": (1, 24 * 60),
    "session_hours": (1, 7 * 24),
    "trusted_proxies": (0, 10),
    "smtp_port": (1, 65535),
    "question_days": (1, 365),
    "max_request_kilobytes": (1, 1024 * 1024),
    "max_import_megabytes": (1, 4096),
}
RATE_LIMIT = re.compile(r"[1-9][0-9]{0,8}/(second|minute|hour|day)")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class Environment(StrEnum):
    """How careful the register is: production refuses everything that is only safe on one's own machine."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


class MailSecurity(StrEnum):
    """How the connection to the mail server is kept private."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


class WrongSettings(Exception):
    """The environment cannot be used; the message lists every reason."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The checked settings. Addresses have no trailing slash."""

    environment: Environment = Environment.DEVELOPMENT
    database_url: str = "sqlite:///var/register.sqlite3"
    replica_url: str = ""
    base_url: str = "http://127.0.0.1:8000"
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    secret_key: str = ""
    files_dir: str = "var/files"
    oidc_issuer: str = "http://localhost:8001"
    oidc_client_id: str = "register"
    oidc_private_key: str = "var/keys/register.pem"
    oidc_algorithms: str = "RS256,ES256,PS256"
    token_audience: str = "http://127.0.0.1:8000/api/v1"
    token_issuers: str = "http://localhost:8001"
    dev_idp_port: int = 8001
    session_idle_minutes: int = 60
    session_hours: int = 10
    trusted_proxies: int = 0
    rate_limit_public: str = "600/minute"
    rate_limit_login: str = "30/minute"
    rate_limit_asking: str = "10/hour"
    rate_limit_store: str = "memory://"
    max_request_kilobytes: int = 2048
    max_import_megabytes: int = 64
    contact_email: str = "register@register.example"
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_security: MailSecurity = MailSecurity.STARTTLS
    smtp_user: str = ""
    smtp_password: str = ""
    mail_from: str = "register@register.example"
    mail_dir: str = "var/mail"
    question_days: int = 28
    publisher_name: str = ""
    publisher_uri: str = ""
    privacy_officer: str = ""
    accessibility_made: str = "2026-11-27"
    accessibility_reviewed: str = "2026-11-27"
    log_level: str = "INFO"

    @property
    def is_production(self) -> bool:
        """Say whether only what is safe for the public internet is allowed."""
        return self.environment is Environment.PRODUCTION

    @property
    def is_https(self) -> bool:
        """Say whether people reach the register over TLS."""
        return self.base_url.startswith("https://")

    def listed(self, name: str) -> list[str]:
        """Return a comma-separated setting as its parts."""
        return [part.strip() for part in str(getattr(self, name)).split(",") if part.strip()]


def read(environ: Mapping[str, str]) -> Settings:
    """Make the settings from the environment. Raises `WrongSettings` with every problem at once."""
    problems: list[str] = []
    values: dict[str, object] = {}
    for field in fields(Settings):
        name = PREFIX + field.name.upper()
        if name in environ and environ[name] != "":
            try:
                values[field.name] = _parsed(field.type, environ[name].strip())
            except ValueError:
                problems.append(f"{name}: '{environ[name]}' is not {_wanted(field.type)}.")
    known = {PREFIX + f.name.upper() for f in fields(Settings)}
    problems += [
        f"{name}: there is no such setting."
        for name in sorted(environ)
        if name.startswith(PREFIX) and name not in known and not name.startswith(PREFIX + "TEST_")
    ]
    if problems:
        raise WrongSettings("\n".join(problems))
    settings = Settings(**values)  # type: ignore[arg-type]  # each value was parsed by its field's type
    problems = _unsafe(settings)
    if problems:
        raise WrongSettings("\n".join(problems))
    return settings


def _parsed(kind: object, text: str) -> object:
    if kind is int:
        return int(text)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(text)
    return text.rstrip("/") if text.startswith(("http://", "https://")) else text


def _wanted(kind: object) -> str:
    return "a whole number" if kind is int else "one of " + ", ".join(kind if isinstance(kind, type) and issubclass(kind, StrEnum) else ())


def _unsafe(settings: Settings) -> list[str]:
    """List what cannot work or must not go on the internet."""
    problems = []
    if urlsplit(settings.base_url).scheme not in {"http", "https"}:
        problems.append("REGISTER_BASE_URL: give the full address that people use, such as https://register.example.nl.")
    problems += [
        f"{PREFIX}{name.upper()}: choose a number from {lowest} to {highest}."
        for name, (lowest, highest) in RANGES.items()
        if not lowest <= getattr(settings, name) <= highest
    ]
    problems += [
        f"{PREFIX}{name.upper()}: write how many requests in which time, such as 600/minute; per second, minute, hour or day."
        for name in ("rate_limit_public", "rate_limit_login", "rate_limit_asking")
        if not RATE_LIMIT.fullmatch(getattr(settings, name))
    ]
    if settings.publisher_uri and urlsplit(settings.publisher_uri).scheme not in {"http", "https"}:
        problems.append("REGISTER_PUBLISHER_URI: give the full address that identifies the publisher, or leave it empty.")
    problems += [
        f"{PREFIX}{name.upper()}: write a day, such as 2026-11-27."
        for name in ("accessibility_made", "accessibility_reviewed")
        if not _is_day(getattr(settings, name))
    ]
    if settings.log_level not in LOG_LEVELS:
        problems.append(f"REGISTER_LOG_LEVEL: choose one of {', '.join(LOG_LEVELS)}.")
    if settings.is_production:
        problems += _unsafe_in_production(settings)
    return problems


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _unsafe_in_production(settings: Settings) -> list[str]:
    problems = []
    if settings.smtp_host and settings.smtp_security is MailSecurity.NONE and settings.smtp_host not in LOOPBACK:
        problems.append("REGISTER_SMTP_SECURITY: production needs starttls or tls, unless the mail server is on this machine.")
    if len(settings.secret_key) < 32:
        problems.append("REGISTER_SECRET_KEY: production needs a secret of at least 32 characters.")
    if not settings.is_https:
        problems.append("REGISTER_BASE_URL: production needs an https address.")
    if not settings.oidc_issuer.startswith("https://"):
        problems.append(
            "REGISTER_OIDC_ISSUER: production needs an https identity provider; the development provider is for one's own machine only."
        )
    if not Path(settings.oidc_private_key).is_file():
        problems.append("REGISTER_OIDC_PRIVATE_KEY: there is no file with the private key.")
    return problems
