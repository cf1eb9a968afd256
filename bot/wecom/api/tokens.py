"""One access token per secret (D-91039): fetched once for all who wait, in all processes, renewed before it ends.

Wrong secrets are not tried for ever: WeCom blocks an address for an hour after some two thousand bad calls.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Final

import structlog

from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.token_shelf import KeptToken, TokenShelf

log = structlog.get_logger()

TRIES: Final = 3
PAUSE: Final = 600.0  # seconds between tries once the secret looks wrong
MARGIN: Final = 0.1  # of a token's life: renewed when less is left, though never more than five minutes early
MARGIN_LIMIT: Final = 300.0  # seconds
SHORTEST: Final = 30.0  # seconds that one is used, whatever WeCom says: where it ends sooner, an errcode tells
LONGEST: Final = 7200.0  # seconds (D-91039); more is nobody's to promise
THE_SAME: Final = 30.0  # seconds until another is asked for where the one that was refused was given once more
STOPPED: Final = Outcome(Verdict.RETRY, why="stopping", wait=1.0)


@dataclass(frozen=True, slots=True)
class Token:
    """`renew_at` is in seconds of the monotonic clock."""

    text: str = field(repr=False)
    renew_at: float


def token(text: str, *, lifetime: float, now: float) -> Token:
    """`lifetime` is gettoken's `expires_in`, in seconds. Of none, or less than none, each call would fetch one anew."""
    life = min(lifetime, LONGEST)
    return Token(text, now + max(SHORTEST, life - min(MARGIN_LIMIT, life * MARGIN)))


Fetch = Callable[[], Awaitable[Token | Outcome]]


class TokenBox:
    """The token of one secret. `fetch` asks WeCom and answers a token, or what stands in the way of one.

    `shelf`: where other processes look for it, by `name`, before they ask.
    """

    def __init__(
        self,
        fetch: Fetch,
        *,
        monotonic: Callable[[], float],
        pause: float = PAUSE,
        name: str = "",
        shelf: TokenShelf | None = None,
    ) -> None:
        self._fetch = fetch
        self._monotonic = monotonic
        self._pause = pause
        self._name = name
        self._shelf = shelf
        self._token: Token | None = None
        self._refused = ""  # the last that WeCom would not have
        self._the_same_until = float("-inf")
        self._fetching: asyncio.Task[Token | Outcome] | None = None
        self._failures = 0
        self._shut: Outcome | None = None
        self._shut_until = 0.0

    @property
    def misconfigured(self) -> Outcome | None:
        """What a human must put right before anything passes, if so."""
        shut = self._shut_for_now()
        return shut if shut and shut.verdict is Verdict.MISCONFIGURED else None

    async def get(self) -> str | Outcome:
        """A token that is good as far as we know, or why there is none."""
        if self._token and self._monotonic() < self._token.renew_at:
            return self._token.text
        if shut := self._shut_for_now():
            return replace(shut, pause=min(shut.pause, self._shut_until - self._monotonic()))
        fetching = self._fetch_once()
        await asyncio.wait([fetching])  # whoever gives up waiting does not take it from the others
        answer = STOPPED if fetching.cancelled() else fetching.result()
        return answer.text if isinstance(answer, Token) else answer

    def drop(self, text: str) -> bool:
        """WeCom refused it; whether there is any use in asking with another one.

        Nothing happens when another caller has renewed it meanwhile, or where the very same was given for it lately: a
        proxy that keeps answers, or an interface that takes no token of ours, would have one fetched for each call.
        """
        if self._token and self._token.text == text:
            if self._monotonic() < self._the_same_until:
                return False
            self._token = None
        self._refused = text
        return True

    async def close(self) -> None:
        """Give up a fetch that is under way."""
        if self._fetching:
            self._fetching.cancel()
            await asyncio.wait([self._fetching])

    def _shut_for_now(self) -> Outcome | None:
        """Why a fetch is not even tried at the moment, if so."""
        return self._shut if self._monotonic() < self._shut_until else None

    def _fetch_once(self) -> asyncio.Task[Token | Outcome]:
        if self._fetching is None:
            self._fetching = asyncio.create_task(self._renew(), name="wecom token")
        return self._fetching

    async def _renew(self) -> Token | Outcome:
        try:
            answer = await (self._shared(self._shelf) if self._shelf else self._fetch())
        finally:
            self._fetching = None
        if isinstance(answer, Token):
            self._token, self._failures = answer, 0
            if answer.text == self._refused:
                self._the_same_until = self._monotonic() + THE_SAME
        else:
            self._shut, self._shut_until = answer, self._monotonic() + self._pause_after(answer)
        return answer

    async def _shared(self, shelf: TokenShelf) -> Token | Outcome:
        """The one that another process has fetched, or one for all. Without the database each is on his own."""
        answer: Token | Outcome | None = None
        try:
            async with shelf.alone(self._name):
                kept = await shelf.read(self._name)
                if kept and kept.text != self._refused:
                    return Token(kept.text, self._monotonic() + kept.left)
                answer = await self._fetch()
                if isinstance(answer, Token):
                    await shelf.write(self._name, KeptToken(answer.text, answer.renew_at - self._monotonic()))
        except Exception as error:
            log.warning("token.not_shared", error=type(error).__name__)
        return answer or await self._fetch()

    def _pause_after(self, outcome: Outcome) -> float:
        """What WeCom asks for; or, from the third time on that a human is needed, a long one."""
        if outcome.verdict is not Verdict.MISCONFIGURED:
            return outcome.wait
        self._failures += 1
        return self._pause if self._failures >= TRIES else 0.0
