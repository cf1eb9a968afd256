"""What people write around the days of a leave: the labels of a form, and days that are not those of the leave.

请假类型：年假，开始时间：12月7日，结束时间：12月8日 · 预产期12月15号，从12月1号开始休产假
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.width import narrow
from bot.errors import Code, UserError
from bot.patterns import regex

_ABOUT: Final = "(?:请假|休假|假期|休息)?的?"
_COLON: Final = r"\s*[:：]\s*"
# A label -> what a line says instead.
_LABELS: Final = tuple(
    (regex(pattern), said)
    for pattern, said in (
        (rf"[，,；;\s]{{0,8}}{_ABOUT}(?:开始|起始)(?:时间|日期)?{_COLON}", " 从"),
        (rf"[，,；;\s]{{0,8}}{_ABOUT}(?:结束|截止|终止)(?:时间|日期)?{_COLON}", " 到"),
        (rf"(?:姓名|申请人|请假人|部门|岗位|工号){_COLON}[^\s，,；;]+[，,；;]?", " "),
        (rf"{_ABOUT}(?:类型|类别|种类|假别|时间|日期|时长|天数|事由|原因|理由|说明|备注){_COLON}", " "),
    )
)
_NUMERAL: Final = r"[\d一二三四五六七八九十]"
_DAY: Final = rf"(?P<day>{_NUMERAL}(?:{_NUMERAL}|[年月./-]){{0,12}}[日号]?)"
_ITS_DAY: Final = rf"(?:日期|时间|日)?(?:定|约|安排|排|订)?(?:在|是|为|了)?[:：\s]*{_DAY}"
_EVENT: Final = "婚礼|婚期|手术|考试|领证|登记|出生|生日|生于|满月"
_DUE: Final = regex(f"预产期{_ITS_DAY}")
_OF_SOMETHING_ELSE: Final = regex(f"(?:{_EVENT}){_ITS_DAY}")
_THEN: Final = regex(f"{_DAY}的?我?(?:要|去|有|做|办|举行|参加){{0,2}}个?(?:{_EVENT}|结婚)")
# 昨天摔了腿 走不了路 明天请病假: why, before when. Who was off yesterday says so.
_CAUSE: Final = regex(
    r"^(?P<day>昨[天晚日]|前[天晚])(?!.*没[来上去])(?=[^，,。；;\s]{0,6}"
    r"(?:摔|扭|崴|闪|磕|撞|碰|烫|划|砸|夹|伤|病|烧|吐|泻|拉肚|咳|着凉|感冒|淋|吃坏|手术|拔)"
    r"[^，,。；;\s]*[，,。；;\s].*(?:今天|明天|后天|下周|[0-9]+[号日]))"
)
_VEIL: Final = 0xE000  # of Unicode's private use: nobody types it, and no date is read in it
_NO_SUCH_DAY: Final = regex(r"(?<![^\s，,。])(\d{1,2})[./-](\d{1,2})(?![^\s，,。])")


@dataclass(frozen=True, slots=True)
class Veiled:
    """`text`, as long as what was typed, with each character of another day in a veil; `typed` lifts it."""

    text: str
    typed: Mapping[int, str]

    def lifted(self, text: str) -> str:
        return text.translate(dict(self.typed))


def as_line(text: str) -> str:
    """A form that was filled in, as the line that it comes to."""
    for label, said in _LABELS:
        text = label.sub(said, text)
    return text.strip()


def says_due(text: str) -> bool:
    """Whether it tells when a child is expected: that is never the first day of the leave by itself."""
    return bool(_DUE.search(narrow(text)))


def tells_why(text: str) -> bool:
    """Whether it begins with a day on which something befell him that he wants to be off for, later."""
    return bool(_CAUSE.search(narrow(text)))


def veiled(text: str) -> Veiled:
    """Without the days of something else: a due date, a wedding, an operation, a mishap."""
    letters, typed = list(text), dict[int, str]()
    for pattern in (_DUE, _OF_SOMETHING_ELSE, _THEN, _CAUSE):
        for found in pattern.finditer(narrow(text)):
            for place in range(*found.span("day")):
                typed[_VEIL + place], letters[place] = text[place], chr(_VEIL + place)
    return Veiled("".join(letters), typed)


def ensure_such_a_day(text: str) -> None:
    """Raises UserError for what is written as a day, stands alone and is none: 12.32, 13.1."""
    found = _NO_SUCH_DAY.search(narrow(text))
    if found and not (1 <= int(found[1]) <= 12 and 1 <= int(found[2]) <= 31):
        raise UserError(Code.INVALID_DATE, f"没有 {found[0]} 这一天。请改对日期，例如 11.25。")
