"""What is said beside the text of a notice: 需确认, 加急, 预览, 遇节假日顺延, 有效期到…, and a quiz.

Each stands as a word of its own, so that a text about 紧急集合点 or 请确认收到 stays what it is.
"""

import re
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from bot.arguments.notice_grounds import read_grounds
from bot.domain.dates import day_seen
from bot.domain.notices.grounds import UNSAID, Grounds
from bot.domain.notices.notice import Quiz
from bot.domain.notices.on_holiday import OnHoliday
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.when.read_until import read_until

_BEGIN: Final = r"(?:^|(?<=[\s，,。；;（(【\[]))"
_END: Final = r"(?=$|[\s，,。；;：:）)】\]])"
_CONFIRM: Final = regex(
    rf"{_BEGIN}(?:请?(?:大家|各位)?(?:需要?|要|须)(?:大家|本人|逐人|每人|已读)?(?:确认|回执|回复确认)|带回执|带确认|已读确认|要已读){_END}"
)
_URGENT: Final = regex(rf"{_BEGIN}(?:加急|紧急|特急|urgent){_END}", re.IGNORECASE)
_PREVIEW: Final = regex(rf"{_BEGIN}(?:先)?预览(?:一下)?{_END}")
_HOLIDAY: Final = regex(
    rf"{_BEGIN}(?:(?:如?遇|逢|碰到|遇到)(?:到|上)?(?:法定)?(?:节假日|假期|休息日|节日|放假|周末|假日)(?:就|则|自动|时)?"
    rf"|(?:节假日|假期|休息日|放假|假日)(?:就|则|自动)?)"
    rf"(?P<rule>顺延|延后|推后|往后推|提前|往前提|跳过|不发|取消|略过|照发|照常发?|也发){_END}"
)
_ALONE: Final = regex(rf"{_BEGIN}(?P<rule>顺延|提前发|跳过节假日){_END}")
_RULES: Final = {
    "顺": OnHoliday.NEXT_WORKDAY,
    "延": OnHoliday.NEXT_WORKDAY,
    "推": OnHoliday.NEXT_WORKDAY,
    "往后": OnHoliday.NEXT_WORKDAY,
    "提": OnHoliday.PREVIOUS_WORKDAY,
    "往前": OnHoliday.PREVIOUS_WORKDAY,
    "跳": OnHoliday.SKIP,
    "不": OnHoliday.SKIP,
    "取": OnHoliday.SKIP,
    "略": OnHoliday.SKIP,
    "照": OnHoliday.STAY,
    "也": OnHoliday.STAY,
}
_EXPIRY: Final = regex(
    rf"{_BEGIN}(?:有效期?|公告有效期?|有效期限)(?:是|为)?(?:到|至|截止到?)\s*(?P<until>[^\s，,。；;）)]+){_END}"
)
_QUIZ: Final = regex(r"(?:^|[\s。；;，,])(?:测验题?|小测|考题|问题测验|答题)\s*[：:]\s*(?P<body>.+)$", re.DOTALL)
_OPTION: Final = regex(r"(?:^|[\s，,；;]|(?<=[？?]))([A-Da-d])\s*[.．、:：)）]\s*")
_ANSWER: Final = regex(r"(?<![\s，,；;])[\s，,；;]*(?:正确)?答案\s*[：:是为]?\s*(?P<right>[A-Da-d])(?:[\s，,。；;]|$)")
_WHY: Final = regex(r"(?:解析|因为|说明)\s*[：:]\s*(?P<why>.+)$", re.DOTALL)
HOW_A_QUIZ: Final = "测验题这样写：测验题：配电箱坏了先做什么？A.自己修 B.报隐患 答案B 解析：…，两到四个选项。"


@dataclass(frozen=True, slots=True)
class Options:
    """What was said beside the text; `rest` is what is left of it."""

    rest: str
    wants_confirmation: bool = False
    urgent: bool = False
    preview: bool = False
    on_holiday: OnHoliday | None = None
    quiz: Quiz | None = None
    expires_at: datetime | None = None
    grounds: Grounds = UNSAID


def read_options(text: str, scene: Scene) -> Options:
    """Raises UserError for a quiz or an end that can't be."""
    quiz, text = _quiz(text)
    confirm, text = _taken(_CONFIRM, text)
    urgent, text = _taken(_URGENT, text)
    preview, text = _taken(_PREVIEW, text)
    holiday, text = _taken(_HOLIDAY, text)
    if holiday is None:
        holiday, text = _taken(_ALONE, text)
    until, text = _taken(_EXPIRY, text)
    grounds, text = read_grounds(text, scene)
    return Options(
        text,
        wants_confirmation=bool(confirm or quiz),
        urgent=bool(urgent),
        preview=bool(preview),
        on_holiday=_rule(holiday["rule"]) if holiday else None,
        quiz=quiz,
        expires_at=_end_of(until["until"], scene) if until else None,
        grounds=grounds,
    )


def _taken(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    """With the marks around it: 【加急】 leaves no brackets, and a list of such words no commas."""
    found = pattern.search(text)
    if found is None:
        return None, text
    before, after = text[: found.start()], text[found.end() :]
    if before[-1:] in "（(【[" and before and after[:1] in "）)】]" and after:
        before, after = before[:-1], after[1:]
    joint = "\n" if before.endswith("\n") or after.startswith("\n") else " "
    return found, f"{before.rstrip(' ，,；;')}{joint}{after.lstrip(' ，,；;：:。')}".strip()


def _rule(word: str) -> OnHoliday:
    return next(rule for begin, rule in _RULES.items() if word.startswith(begin))


def _end_of(written: str, scene: Scene) -> datetime:
    taken = read_until(written, scene.now, scene.calendar)
    if taken is None:
        raise UserError(Code.INVALID_DATE, f"有效期「{written}」我没看懂。请写日期，例如：有效期到12月31日。")
    day = taken.settled()
    if day < scene.now.date():
        raise UserError(Code.PAST_DATE, f"有效期到{day_seen(day, scene.now.date())}，已经过了。请写今天以后的日期。")
    return datetime.combine(day, time(23, 59), scene.now.tzinfo)


def _quiz(text: str) -> tuple[Quiz | None, str]:
    found = _QUIZ.search(text)
    if found is None:
        return None, text
    body, why = found["body"].strip(), ""
    if explained := _WHY.search(body):
        body, why = body[: explained.start()].strip(" ，,；;"), explained["why"].strip()
    answer = _ANSWER.search(body)
    parts = _OPTION.split(body[: answer.start()] if answer else body)
    options = tuple(each.strip(" ，,；;。\n") for each in parts[2::2])
    right = "ABCD".index(answer["right"].upper()) if answer else len(options)
    if not 2 <= len(options) <= 4 or right >= len(options) or not all(options):
        raise UserError(Code.CLARIFY, HOW_A_QUIZ)
    return Quiz(parts[0].strip(), options, right, why), text[: found.start()].strip()
