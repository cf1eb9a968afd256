"""The words in use. New ones are built aside, in a thread that lets the loop run, and old ones are let go of there."""

import asyncio
import math
import time
import weakref
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import structlog

from bot.domain.moderation.content.in_use import WordsInUse
from bot.domain.moderation.content.word_index import WordIndex
from bot.domain.moderation.content.words import UnreadableWords, WordSet, read_lines, read_toml, shipped

log = structlog.get_logger()

_SLICE: Final = 0.001  # seconds for which a thread goes on at most before others get their turn
_BREATH: Final = 0.0005  # seconds
LOOK_EVERY: Final = 30.0  # seconds between two looks at the files
Stamps = Mapping[Path, tuple[int, int]]
_Part = dict[Any, Any] | set[Any]


async def built_aside(sets: Sequence[WordSet]) -> WordIndex:
    """As many words as there are; meanwhile nobody waits for longer than a few milliseconds."""
    return await asyncio.to_thread(WordIndex, sets, _turns())


def read_file(file: Path) -> tuple[WordSet, ...]:
    """`.toml`: sets; all else: a word a line. Raises UnreadableWords."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UnreadableWords("打不开，或者不是 UTF-8 的文字。") from None
    return read_toml(text) if file.suffix == ".toml" else read_lines(text)


class WordBook:
    """Words that come along and the company's own, read again when a file has changed. Whoever asks meanwhile gets the
    words of before, whole; a file that can't be read leaves them in use."""

    def __init__(
        self, files: Sequence[Path] = (), in_use: WordsInUse | None = None, *, look_every: float = LOOK_EVERY
    ) -> None:
        self._files = tuple(files)
        self._in_use = in_use or WordsInUse()
        self._look_every = look_every
        self._stamps: Stamps = {}
        self._looked = -math.inf
        self._loading: asyncio.Task[None] | None = None
        self._gone: list[_Part] = []  # of words that nobody looks by any more

    async def index(self) -> WordIndex:
        self.look()
        if self._in_use.loaded is None:
            await self.loaded()
        return self._in_use.index

    def look(self) -> None:
        """Begins to load, where it is time to look at the files again."""
        if self._files and self._loading is None and time.monotonic() - self._looked >= self._look_every:
            self._looked = time.monotonic()
            self._loading = asyncio.create_task(self._load())

    async def loaded(self) -> None:
        """Once what is being loaded is in use."""
        if self._loading is not None:
            await asyncio.shield(self._loading)

    async def _load(self) -> None:
        try:
            stamps = await asyncio.to_thread(_stamps, self._files)
            if stamps != self._stamps:
                sets = await asyncio.to_thread(_read, self._files)
                self._use(await built_aside((*shipped(), *sets)))
                self._stamps = stamps
                log.info("words.loaded", words=len(self._in_use.index))
                await asyncio.to_thread(_let_go, self._gone)
        except UnreadableWords:
            log.warning("words.unreadable")
        finally:
            self._loading = None

    def _use(self, index: WordIndex) -> None:
        """Whoever still looks by the old ones keeps them; what they are made of is let go of afterwards, here or with
        the next ones."""
        if old := self._in_use.loaded:
            weakref.finalize(old, self._gone.extend, old.parts())
        self._in_use.loaded = index


def _read(files: Sequence[Path]) -> Sequence[WordSet]:
    return [each for file in files for each in read_file(file)]


def _stamps(files: Sequence[Path]) -> Stamps:
    """Raises UnreadableWords."""
    try:
        return {file: (file.stat().st_mtime_ns, file.stat().st_size) for file in files}
    except OSError:
        raise UnreadableWords("打不开。") from None


def _turns() -> Callable[[], None]:
    """For a thread to call again and again. Python would take it off only after five milliseconds; who waits gets his
    turn sooner here, also where he has to wait for a processor first."""
    since = time.perf_counter()

    def give_way() -> None:
        nonlocal since
        if time.perf_counter() - since >= _SLICE:
            time.sleep(_BREATH)
            since = time.perf_counter()

    return give_way


def _let_go(parts: list[_Part]) -> None:
    """To free a hundred thousand words at once takes ten milliseconds and more."""
    give_way = _turns()
    while parts:
        part = parts.pop()
        drop = part.popitem if isinstance(part, dict) else part.pop
        while part:
            drop()
            give_way()
