"""How a port is left without cutting anybody short: who is connected hears with his answer that this was the last."""

import asyncio
from typing import Final

from aiohttp import hdrs, web

LAST_WORDS_WITHIN: Final = 0.5  # seconds for callers that hold a connection; idle ones make it last that long
LOOK: Final = 0.02  # seconds


class Parting:
    """`say_last` is a signal of the application (`on_response_prepare`)."""

    def __init__(self) -> None:
        self._begun = False

    def begin(self) -> None:
        self._begun = True

    async def say_last(self, _: web.Request, response: web.StreamResponse) -> None:
        """Else the caller's next request may meet a connection that is being closed, and be lost on the way."""
        if self._begun:
            response.headers[hdrs.CONNECTION] = "close"
            response.force_close()

    async def await_last(self, runner: web.AppRunner, within: float = LAST_WORDS_WITHIN) -> None:
        """Accept nobody more, and wait until all have gone: whoever knocks now waits for the next process, where the
        door is systemd's."""
        self.begin()
        for site in list(runner.sites):
            await site.stop()
        left = within
        while runner.server and runner.server.connections and left > 0:
            await asyncio.sleep(LOOK)
            left -= LOOK
