"""Whether it is somebody's own trip or outing that is filed, and nothing else is said about such."""

from typing import Final

from bot.domain.attendance.trips import Away
from bot.domain.company import Company
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Words

_SOMEBODY: Final = regex(
    r"([^\s，,。;；我]{2,8}?)[\s今明后昨天上中下午早晚这周一二三四五六日\d.月号要想在也又都已经刚]*(?:去|到|出差|外出|出去)"
)
_OF_OTHERS: Final = regex(
    "^(?:[他她谁]们?|大家|同事|有人|别人|领导|老板|举报|投诉)|[谁哪]|发现|记得|代我|替我|通知大家"
    "|(?:出差|外出)(?:的(?:人|同事|员工|时候)|期间|路上|途中|回来|报销|补贴|住宿|标准|费|注意|须知|安全|管理|制度|规定|人员)"
)
_MOVED: Final = regex(
    "(?:^|(?:出差|外出).{0,6})(?:改到|改成|改期|推迟|延期|延后|延长|缩短|顺延|提前到|提前结束|提前回)"
)
_ABOUT: Final = regex(
    "^(?:回来|结束|归来|辛苦|顺利|愉快|注意|须知|安全|人员|期间|途中|路上|住宿|报销|补贴|标准|费用|制度|规定|流程)"
)  # behind the name: it asks about trips
_TOGETHER: Final = regex("[和跟陪同与]")


def ensure_own(words: Words, sender: Person, company: Company, kind: Away) -> None:
    """Raises UserError where it is somebody else who goes, or went."""
    line = words.narrow
    if _ABOUT.match(line) or (words.guessed and _OF_OTHERS.search(line)):
        raise UserError(Code.UNKNOWN_COMMAND, f"这句我没听懂。要报自己的{kind}，写上时间就行，例如 /{kind} 明天。")
    if _MOVED.search(line):
        raise UserError(Code.CLARIFY, f"{kind}要改时间，先发 /取消出差，再报一次。")
    found = _SOMEBODY.match(words.narrow)
    alone = found and not _TOGETHER.search(found[1])
    spotted = company.finder.people.spot(found[1]) if found and alone else None
    if spotted and spotted.people and not spotted.guessed and sender not in spotted.people:
        raise UserError(Code.NO_PERMISSION, f"{kind}要由本人报，不能替别人报。请对方自己发 /{kind}。")
