"""The outside world of a test: a clock that stands still, and services that do not answer."""

from datetime import UTC, datetime, timedelta
from typing import Any

from register.errors import LoginFailed, NotLoggedIn, Unavailable
from register.ports import Identity, Letter, LoggedOut, LoginStart, MachineIdentity

NOON = datetime(2026, 11, 20, 11, tzinfo=UTC)


class FixedClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = NOON

    def now(self) -> datetime:
        """Return the moment at which it stands."""
        return self.moment

    def move(self, **by: float) -> datetime:
        """Move on, by days, hours and the like."""
        self.moment += timedelta(**by)
        return self.moment


class NoIdentityProvider:
    """An identity provider that cannot be reached."""

    def begin(self, *, redirect_uri: str) -> LoginStart:
        """Refuse."""
        raise Unavailable("no provider here")

    def finish(self, *, callback_url: str, redirect_uri: str, started: LoginStart) -> Identity:
        """Refuse."""
        raise LoginFailed("no provider here")

    def logout_url(self, *, id_token: str, return_to: str) -> str | None:
        """Offer no page."""
        return None

    def public_keys(self) -> dict[str, Any]:
        """Have none."""
        return {"keys": []}

    def read_logout_token(self, token: str) -> LoggedOut:
        """Refuse."""
        raise LoginFailed("no provider here")


class NoTokens:
    """A reader that believes the tokens of the tests: `machine:<client id>`."""

    def read(self, token: str) -> MachineIdentity:
        """Return whom the token names."""
        kind, _, client_id = token.partition(":")
        if kind != "machine" or not client_id:
            raise NotLoggedIn("not a token")
        return MachineIdentity("https://issuer.example", client_id)


class LetterBox:
    """A mail server that keeps every letter, or takes none while `problem` is set."""

    is_available = True

    def __init__(self) -> None:
        self.letters: list[tuple[str, Letter]] = []
        self.problem: Unavailable | None = None

    def send(self, recipient: str, letter: Letter) -> None:
        """Keep the letter."""
        if self.problem is not None:
            raise self.problem
        self.letters.append((recipient, letter))
