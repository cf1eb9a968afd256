"""gettoken (D-91039): one token per secret, the same until it expires."""

import secrets
from dataclasses import dataclass

from sandbox.clock import Clock
from sandbox.errors import ApiError


@dataclass(frozen=True, slots=True)
class Token:
    """`owner` is whose secret it was fetched with: app or contacts."""

    text: str
    owner: str
    expires: float


class TokenStore:
    """Tokens that are valid, and those that were."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._current: dict[str, Token] = {}
        self._known: dict[str, Token] = {}

    def fetch(self, owner: str, lifetime: float) -> tuple[str, int]:
        """The token of a secret and the seconds it has left; lifetimes follow the company's clock."""
        now = self._clock.seconds()
        token = self._current.get(owner)
        if token is None or not now < token.expires <= now + lifetime:
            token = Token(f"tok-{owner}-{secrets.token_urlsafe(64)}", owner, now + lifetime)
            self._current[owner] = token
            self._known[token.text] = token
        return token.text, round(token.expires - now)

    def owner(self, text: str | None) -> str:
        """Whose token this is. ApiError 41001 missing, 40014 unknown, 42001 expired or replaced."""
        if not text:
            raise ApiError(41001)
        token = self._known.get(text)
        if token is None:
            raise ApiError(40014)
        if self._current.get(token.owner) is not token or self._clock.seconds() >= token.expires:
            raise ApiError(42001)
        return token.owner

    def expire(self, text: str | None) -> None:
        """End a token early, as WeCom sometimes does."""
        token = self._known.get(text or "")
        if token is not None and self._current.get(token.owner) is token:
            del self._current[token.owner]
