"""Take a backup now, or take one and rehearse that it can be restored."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_REHEARSE: Final = regex("演练(恢复)?|恢复演练|试(着)?恢复")
_NOW: Final = regex("现在|马上|立刻|立即|一次|now")


@dataclass(frozen=True, slots=True)
class BackupWish:
    wanted: ClassVar[str] = "现在备份，还是连恢复一起演练？"

    rehearse: bool

    @property
    def kept(self) -> bool:
        return True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(_REHEARSE):
            return cls(rehearse=True)
        return cls(rehearse=False) if words.take(_NOW) else None

    def explained(self) -> Mapping[str, Any]:
        return {"do": "rehearse" if self.rehearse else "now"}
