"""Somebody who leaves, and his last day here: 何苗 11月30日."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.arguments.people import PersonNamed
from bot.domain.accounts.leaving import FARTHEST
from bot.domain.dates import day_seen
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_day import read_day

_AROUND: Final = regex(
    r"最后(?:一个)?(?:工作日|上班日|上班|一天上班|一天|在岗日|日)?\s*[是为:：]?|离职(?:日期?|时间)?\s*[是为:：]?|"
    r"(?:办理?|手续|流程|提|离职|走一下|要|的|就|走|帮忙|帮我|麻烦|登记|办下|办一下|正式|上完|做到|干到|上班|到|改到|改成|改为|推迟到|提前到|了|吧|一下)"
)
_TOLD: Final = regex(
    r"(?:今天|明天|后天|月底|月初|\d{1,2}月|\d{1,2}[号日]|周[一二三四五六日天]|星期|礼拜|最后一天|最后工作日)"
)
_ASKED: Final = regex(r"谁|哪|什么|怎么|多久|几天|吗|呢|没有|如何|证明|[?？]|^我|想离职|如果|要是|的话|离职[后前]|请假")
LONGEST: Final = 30  # characters of such a sentence
_LEFT_OVER: Final = regex(r"[\s，,。；;：:、]+")


def tells_of_leaving(line: str) -> bool:
    """何苗11月30号离职，走一下流程: with a day, and no question."""
    return "离职" in line and len(line) <= LONGEST and bool(_TOLD.search(line)) and not _ASKED.search(line)


class Leaver(PersonNamed):
    wanted = "谁离职？@ 对方或写姓名。"


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last one, which counts."""

    wanted: ClassVar[str] = "最后工作日是哪天？例如：11月30日。"
    key: ClassVar[str] = "last_day"

    day: date
    echo: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        taken = read_day(words.left, scene.now, scene.calendar)
        if taken is None:
            words.left = _bare(words.left)
            return None
        day, today = taken.settled(), scene.now.date()
        words.left = _bare(taken.rest)
        if day < today:
            sentence = f"{day_seen(day, today)}已经过去了。人已经走了就写「今天」，账号今天下班后停用。"
            raise UserError(Code.PAST_DATE, sentence, private=True)
        if day > today + FARTHEST:
            raise UserError(Code.LIMIT, "最后工作日最远写一年以内，请核对日期。", private=True)
        return cls(day, f"最后工作日{day_seen(day, today)}")

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.day.isoformat()}


def _bare(left: str) -> str:
    """Without what people say around a day."""
    bare = _LEFT_OVER.sub("", _AROUND.sub("", left))
    return left if bare else ""
