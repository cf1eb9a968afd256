"""The texts in use. A company's own lie in a folder of the configuration; when one changes, all are read again aside,
in a thread that lets the loop run, and whoever asks meanwhile is answered by those of before."""

import asyncio
import math
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import structlog

from bot.domain.company import Company
from bot.domain.desk.knowledge.in_use import KnowledgeInUse, chosen
from bot.domain.desk.knowledge.index import Index
from bot.domain.desk.knowledge.passage import Passage
from bot.domain.desk.knowledge.reading import UnreadableText, read

log = structlog.get_logger()

LOOK_EVERY: Final = 30.0  # seconds between two looks at the folder
MOST_FILES: Final = 2_000
LARGEST: Final = 4_000_000  # bytes of a file
_BREATH: Final = 0.0005  # seconds
Stamps = Mapping[Path, tuple[int, int]]


async def index_of(company: Company) -> Index:
    """With the company's own texts: who asks before they are there waits for them."""
    return await _book(company.desk.folder, company.desk.texts, company.desk.in_use).index()


@cache
def _book(folder: Path | None, texts: tuple[str, ...] | None, in_use: KnowledgeInUse) -> "KnowledgeBook":
    """One for the process."""
    return KnowledgeBook(folder, texts, in_use)


class KnowledgeBook:
    """`folder`: of the company's own texts; `texts`: which of those that come along are in use, None: all."""

    def __init__(
        self,
        folder: Path | None = None,
        texts: tuple[str, ...] | None = None,
        in_use: KnowledgeInUse | None = None,
        *,
        look_every: float = LOOK_EVERY,
    ) -> None:
        self._folder = folder
        self._texts = texts
        self._in_use = in_use or KnowledgeInUse()
        self._look_every = look_every
        self._stamps: Stamps | None = None  # of what was never read
        self._looked = -math.inf
        self._loading: asyncio.Task[None] | None = None

    async def index(self) -> Index:
        self.look()
        if self._in_use.loaded is None:
            await self.loaded()
        return self._in_use.index

    def look(self) -> None:
        """Begins to load, where it is time to look at the folder again."""
        plain = self._folder is None and self._texts is None
        if not plain and self._loading is None and time.monotonic() - self._looked >= self._look_every:
            self._looked = time.monotonic()
            self._loading = asyncio.create_task(self._load())

    async def loaded(self) -> None:
        """Once what is being loaded is in use."""
        if self._loading is not None:
            await asyncio.shield(self._loading)

    async def _load(self) -> None:
        try:
            stamps = await asyncio.to_thread(lambda: dict(stamps_of(self._folder)) if self._folder else {})
            if stamps != self._stamps:
                self._in_use.loaded = await asyncio.to_thread(self._built, stamps)
                self._stamps = stamps
                log.info("knowledge.loaded", files=len(stamps), passages=len(self._in_use.index))
        except OSError as error:
            log.warning("knowledge.unreadable", why=type(error).__name__)
        finally:
            self._loading = None

    def _built(self, stamps: Stamps) -> Index:
        own = [passage for file in stamps for passage in _passages(file, self._folder)]
        replaced = {each.source.id for each in own}
        known = [each for each in chosen(self._texts) if each.source.id not in replaced]
        return Index([*own, *known], _give_way)


def stamps_of(folder: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Markdown files in the folder and below it, in the order of their names; a link that leads out of it is left
    alone, and so is what is too large. Raises OSError."""
    root = folder.resolve(strict=True)
    for file in sorted(folder.rglob("*.md"))[:MOST_FILES]:
        if file.is_file() and file.resolve().is_relative_to(root):
            told = file.stat()
            if told.st_size <= LARGEST:
                yield file, (told.st_mtime_ns, told.st_size)
            else:
                log.warning("knowledge.too_large", file=file.name)


def _passages(file: Path, folder: Path | None) -> tuple[Passage, ...]:
    """Nothing, where it can't be read: the others are in use all the same."""
    try:
        name = file.relative_to(folder).with_suffix("").as_posix() if folder else file.stem
        return read(file.read_text(encoding="utf-8-sig"), name)
    except (OSError, UnicodeDecodeError, UnreadableText) as error:
        log.warning("knowledge.left_out", file=file.name, why=type(error).__name__)
        return ()


def _give_way() -> None:
    """Whoever waits for the interpreter gets his turn here."""
    time.sleep(_BREATH)
