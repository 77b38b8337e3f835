"""The addresses in letters: they must be right outside a request too, and prove who follows them.

A link of a letter holds a signed number, so that nothing secret is kept
anywhere: whoever has the link, got the letter.
"""

from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeSerializer

from register.translations import Language

#: The Dutch and English addresses of the pages to which letters lead; a test follows each.
QUESTION_PATH: dict[Language, str] = {"nl": "/nl/vragen/", "en": "/en/questions/"}
SUBSCRIPTION_PATH: dict[Language, str] = {"nl": "/nl/e-mail/", "en": "/en/mail/"}
SEARCH_PATH: dict[Language, str] = {"nl": "/nl/zoeken", "en": "/en/search"}


@dataclass(frozen=True, slots=True)
class MailLinks:
    """Makes the links in letters, and reads them back."""

    base_url: str
    secret: bytes

    def registration(self, number: str) -> str:
        """Return the short address of a registration."""
        return f"{self.base_url}/r/{number}"

    def question(self, number: str, language: Language) -> str:
        """Return the address at which whoever asked confirms, follows and takes back a question."""
        return self.base_url + QUESTION_PATH[language] + self._signer("question").dumps(number)

    def question_number(self, token: str) -> str | None:
        """Return the number that a link of ours holds; None when it is not ours."""
        return self._read("question", token)

    def search(self, query: str, language: Language) -> str:
        """Return the address of a search, of which `query` is the query string."""
        return self.base_url + SEARCH_PATH[language] + (f"?{query}" if query else "")

    def subscription(self, key: str, language: Language) -> str:
        """Return the address at which a subscription is confirmed, read and stopped."""
        return self.base_url + SUBSCRIPTION_PATH[language] + self._signer("subscription").dumps(key)

    def subscription_key(self, token: str) -> str | None:
        """Return the key that a link of ours holds; None when it is not ours."""
        return self._read("subscription", token)

    def _signer(self, purpose: str) -> URLSafeSerializer:
        return URLSafeSerializer(self.secret, salt=f"mail {purpose}")

    def _read(self, purpose: str, token: str) -> str | None:
        try:
            return str(self._signer(purpose).loads(token))
        except BadSignature:
            return None
