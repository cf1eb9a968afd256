"""`peers.…`: lines that begin with a command's name, a second, beside frameworks that people write bots with.

Theirs is what they do in process between a message and its handler, one among as many commands as ours, with nothing
stored; ours reads the rights and the arguments as well. They are no part of this project: `pip install aiogram` into
the environment, and it is measured; what isn't there is named on stderr.
"""

import asyncio
import itertools
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from importlib import import_module
from typing import Any, Final

from bench.figures import Figure
from bench.understanding import TYPED, figure
from bot.discovery import find_commands

TURNS: Final = 5
BATCH: Final = 50

Handle = Callable[[int], Awaitable[None]]  # the number of a message: each is another


def figures(seconds: float) -> Iterator[Figure]:
    """`seconds` for each side, in turns."""
    names = [command.name for command in find_commands()]
    for peer, prepare in PEERS.items():
        try:
            handle, handled = prepare(names)
        except ImportError:
            print(f"not measured: peers.{peer}, which is not installed here", file=sys.stderr)
            continue
        yield _figure(peer, handle, handled, seconds)


def _figure(peer: str, handle: Handle, handled: Callable[[], int], seconds: float) -> Figure:
    ours = theirs = 0.0
    numbers = itertools.count(1)
    with asyncio.Runner() as runner:
        for _ in range(TURNS):
            ours += figure(seconds / TURNS, "explain.typed", TYPED).value / TURNS
            theirs += runner.run(_rate(handle, numbers, seconds / TURNS)) / TURNS
    sent = next(numbers) - 1
    if handled() != sent:
        raise RuntimeError(f"{peer} handled {handled()} of {sent} messages")
    return Figure(f"peers.{peer}", ours, "1/s", f"{peer}, in process", ours / theirs, {"baseline_value": theirs})


async def _rate(handle: Handle, numbers: Iterator[int], seconds: float) -> float:
    done, begun = 0, time.perf_counter()
    while (passed := time.perf_counter() - begun) < seconds or not done:
        for number in itertools.islice(numbers, BATCH):
            await handle(number)
        done += BATCH
    return done / passed


def _aiogram(names: list[str]) -> tuple[Handle, Callable[[], int]]:
    aiogram: Any = import_module("aiogram")
    handled = 0

    async def handler(message: Any) -> None:
        nonlocal handled
        handled += 1

    bot, dispatcher = aiogram.Bot("42:bench"), aiogram.Dispatcher()
    for name in names:
        dispatcher.message.register(handler, aiogram.filters.Command(name))

    async def handle(number: int) -> None:
        sender = {"id": number, "is_bot": False, "first_name": "bench"}
        chat = {"id": number, "type": "private"}
        text = f"/{names[number % len(names)]}"
        message = {"message_id": number, "date": 0, "chat": chat, "from": sender, "text": text}
        await dispatcher.feed_raw_update(bot, {"update_id": number, "message": message})

    return handle, lambda: handled


PEERS: Final = {"aiogram": _aiogram}
