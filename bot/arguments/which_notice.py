"""Which notice is meant: by its number; else the last one, as 刚才那条 is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import NumberedOrQuoted
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.notices import speaks_of_correcting
from bot.understanding.understand import unknown_sentence

LAST: Final = "last"
_LAST: Final = regex(
    r"last|刚才|刚刚|上一?[条个]|最(?:近|后)(?:一?[条个])?|(?:那|这)一?[条个]|公告|通知|的|发", re.IGNORECASE
)
_THE_LAST: Final = regex(
    r"^(?=\S)(?:last|(?:刚才|刚刚)?(?:发的)?(?:[那这]|上一?|最[近后]一?)?[条个]?(?:发的)?的?(?:公告|通知)?)(?=[\s：:，,]|$)"
)
_INSTEAD: Final = regex(r"(?:改|更正|更改|换)[成为][：:]\s*(?P<text>.+)$", re.DOTALL)
_WORD: Final = regex(r"(?!.*(?:\d{3}|[我你您他她了错]))[\w·]{2,12}")
_MORE: Final = regex("应该?|是|不是|改|正确|写|少|漏|请|帮")
_NOTHING: Final = regex(r"[\s，,。！!了吧一下把将掉给我它请错不对弄搞写撤回取消收群人]*")


class NoticeNumber(NumberedOrQuoted):
    """By its number alone; what follows is left for others."""

    wanted = "哪一条公告？写上编号，例如 GG-20261122-001。"
    prefix = "GG"


@dataclass(frozen=True, slots=True)
class WhichNotice:
    """`number`: GG-…, or a word that stands in it (停电那条); empty for the last one."""

    wanted: ClassVar[str] = NoticeNumber.wanted

    number: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for what is no number."""
        if numbered := NoticeNumber.read(words, scene):
            return cls(numbered.number)
        while words.take(_LAST):
            pass
        written = words.rest().removesuffix("的")
        if _NOTHING.fullmatch(written):
            return cls()
        if _WORD.fullmatch(written):
            return cls(written)
        if words.guessed and written.startswith("我"):
            raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(written))
        raise UserError(Code.NOT_FOUND, f"没看懂「{shown(written)}」是哪条公告。写上编号，例如 GG-20261122-001。")

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number or LAST}


class CorrectedNotice(NoticeNumber):
    """By its number, or as 上一条. A sentence that says something is wrong means the last; what is right is asked for,
    unless 改为：… says it."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if numbered := super().read(words, scene):
            return numbered
        if words.guessed or speaks_of_correcting(words.left.partition(" ")[0]):
            words.left = _told_instead(words.rest())
            return cls("")
        return cls("") if words.take(_THE_LAST) else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number or LAST}


def _told_instead(line: str) -> str:
    """What stands behind the complaint: behind 改为：, or apart from it, as an answer to the question for it does."""
    if found := _INSTEAD.search(line):
        return found["text"]
    complaint = ""
    for word in line.split(" "):
        if complaint and speaks_of_correcting(complaint) and not _MORE.match(word):
            break
        complaint = f"{complaint} {word}".strip()
    return line[len(complaint) :].strip()


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
