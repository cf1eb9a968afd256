"""What the company says of content checks, from [moderation.content]."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.domain.moderation.content.in_use import WordsInUse


@dataclass(frozen=True, slots=True)
class ContentRules:
    """`words`: files of its own. `archive`: the folder into which a consumer of 会话内容存档 puts what it decrypted;
    None: the bot sees only what is said to it. `archive_since`: what was said before isn't looked at. `rooms`: a room
    of the archive: the number or the name of the group."""

    on: bool = True
    words: tuple[Path, ...] = ()
    archive: Path | None = None
    archive_since: date | None = None
    rooms: Mapping[str, str] = field(default_factory=dict)
    in_use: WordsInUse = field(default_factory=WordsInUse, compare=False)
