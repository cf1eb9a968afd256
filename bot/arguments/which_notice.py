"""Which notice is meant: by its number; else the last one, as 刚才那条 is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words

LAST: Final = "last"
_NUMBER: Final = re.compile(r"GG[-—–_ ]?(\d{8})[-—–_ ]?(\d{3,})", re.IGNORECASE)
_LAST: Final = re.compile(
    r"last|刚才|刚刚|上一?[条个]|最(?:近|后)(?:一?[条个])?|(?:那|这)一?[条个]|公告|通知|的|发", re.IGNORECASE
)
_NOTHING: Final = re.compile(r"[\s，,。！!了吧一下把将掉给我它请错不对弄搞写撤回取消收]*")


@dataclass(frozen=True, slots=True)
class WhichNotice:
    """`number` is empty for the last one."""

    wanted: ClassVar[str] = "哪一条公告？写上编号，例如 GG-20261122-001。"

    number: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for what is no number."""
        if found := words.take(_NUMBER) or (_NUMBER.search(scene.quote) if scene.quote else None):
            return cls(f"GG-{found[1]}-{found[2]}")
        while words.take(_LAST):
            pass
        written = words.rest()
        if _NOTHING.fullmatch(written):
            return cls()
        raise UserError(Code.NOT_FOUND, f"没看懂「{shown(written)}」是哪条公告。写上编号，例如 GG-20261122-001。")

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number or LAST}


@dataclass(frozen=True, slots=True)
class NoticeNumber:
    """By its number alone; what follows is left for others."""

    wanted: ClassVar[str] = WhichNotice.wanted

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_NUMBER) or (_NUMBER.search(scene.quote) if scene.quote else None)
        return cls(f"GG-{found[1]}-{found[2]}") if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number}


class CancelledNotice(WhichNotice):
    """Where it can't be taken back, a correction is sent: that is part of the wish."""

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number or LAST, "correction": True}


@dataclass(frozen=True, slots=True)
class NewText:
    """All that is left, with its line breaks."""

    wanted: ClassVar[str] = "更正成什么？写上完整的新内容。"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().lstrip("：:，, ")
        return cls(written) if written else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}
