"""`words`: messages a second that are looked at for 100,000 words in all spellings, and what loading costs others.

    python -m bench.words

prints the figures alone. A message has 200 characters (`short`: 40), as random as the words are. The baseline is to
fold a message and no more. `stall_ms`: the longest that the event loop waited while a file of as many words was read
again, from the file to the old ones' end; `stall_at_rest_ms`: while nothing was, which is the machine's own share.
`slice_ms`: the longest that the thread that builds them goes on before it lets others run, of its own time: no other
work on the machine is in it.
"""

import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import structlog.testing

from bench.figures import Figure
from bot.domain.moderation.content.checks import Checks
from bot.domain.moderation.content.folding import fold
from bot.domain.moderation.content.word_index import WordIndex
from bot.domain.moderation.content.words import WordSet, shipped
from bot.services.moderation.content.word_book import WordBook

WORDS = 100_000
LONG, SHORT = 200, 40  # characters of a message
MESSAGES = 400
ROUNDS = 9
LOADS = 5
_HAN = tuple(map(chr, range(0x4E00, 0x4E00 + 6000)))
_LENGTHS = (2, 3, 3, 4, 4, 5)
_ODD = ("　", "·", "\u200b", "Ａ", "V", "8")  # one character in twenty is there to be folded


def figures() -> list[Figure]:
    sets = word_sets(WORDS)
    index = WordIndex(sets)
    long, short = messages(LONG), messages(SHORT)
    bare = rate(fold, long)
    found = rate(index.find, long)
    all_checks = Checks(index, ("oa.example.com",))
    more = {
        "baseline_value": bare,
        "us": 1e6 / found,
        "short": rate(index.find, short),
        "all_checks": rate(all_checks.look, long),
        "words": WORDS,
        **_reading(sets),
        "slice_ms": longest_slice(sets) * 1000,
    }
    return [Figure("words", found, "1/s", "folding the same message", found / bare, more)]


def word_sets(number: int) -> Sequence[WordSet]:
    """The built-in ones, and made up ones which are looked for in disguise as well."""
    dice = random.Random(9)
    words: dict[str, None] = {}
    while len(words) < number:
        words["".join(dice.choices(_HAN, k=dice.choice(_LENGTHS)))] = None
    return (*shipped(), WordSet("C02", "made up", tuple(words), disguised=True))


def messages(length: int) -> Sequence[str]:
    dice = random.Random(10)
    return [
        "".join(dice.choice(_ODD) if dice.random() < 0.05 else dice.choice(_HAN) for _ in range(length))
        for _ in range(MESSAGES)
    ]


def rate(work: Callable[[str], object], lines: Sequence[str]) -> float:
    """Lines a second of this process's time, in the best of several rounds: others use the machine, too."""
    seconds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for line in lines:
            work(line)
        seconds.append(time.process_time() - begun)
    return len(lines) / min(seconds)


def _reading(sets: Sequence[WordSet]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "own.toml")
        words = " ".join(sets[-1].words)
        file.write_text(f'[[sets]]\ncategory = "C02"\ndisguised = true\nwords = "{words}"\n', encoding="utf-8")
        with structlog.testing.capture_logs():
            return asyncio.run(_loading(file))


async def _loading(file: Path) -> dict[str, float]:
    """Seconds until they are loaded, and for how long at most the loop wasn't its own; at rest, too. The best of a few:
    on a machine with other work a loop waits for the processor as well."""
    rest = await longest_wait(asyncio.sleep(0.5))
    book = WordBook([file], look_every=0.0)
    await book.index()
    stall, seconds = min([await _load(book, file, number) for number in range(LOADS)])
    return {"load_seconds": seconds, "stall_ms": stall * 1000, "stall_at_rest_ms": rest * 1000}


async def _load(book: WordBook, file: Path, number: int) -> tuple[float, float]:
    os.utime(file, (number, number))
    begun = time.perf_counter()
    book.look()
    stall = await longest_wait(book.loaded())
    return stall, time.perf_counter() - begun


def longest_slice(sets: Sequence[WordSet]) -> float:
    """Seconds; the best of a few, for a processor that is shared is slower."""
    return min(max(_slices(sets)) for _ in range(LOADS))


def _slices(sets: Sequence[WordSet]) -> Sequence[float]:
    moments = [time.thread_time()]
    WordIndex(sets, lambda: moments.append(time.thread_time()))
    return [after - before for before, after in pairwise(moments)]


async def longest_wait(work: Coroutine[Any, Any, object]) -> float:
    task = asyncio.create_task(work)
    longest, last = 0.0, time.perf_counter()
    while not task.done():
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last - 0.001), now
    return longest


def main() -> int:
    for figure in figures():
        print(figure.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
