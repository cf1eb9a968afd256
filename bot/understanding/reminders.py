"""A wish to be reminded, or to have a colleague reminded, in a sentence that begins with the time. Pure.

What was reminded of before isn't one: 老板昨天提醒我注意安全.
"""

from typing import Final

from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.understanding.questions import is_question
from bot.when.read_moment import read_moment

_REMIND: Final = regex(
    r"^(?P<when>.{2,24}?)[，,]?\s*(?:记得|别忘了?|麻烦你?|请你?|帮我|你)*\s*(?P<verb>提醒|叫|喊)(?:一下|一声)?@?(?P<rest>.+)$"
)
_TOLD: Final = regex("昨|前天|上周|上个?月|刚才|刚刚|已经|多谢|谢谢|感谢|老是|总是|一直|每次|[没不]提醒|提醒[过了]")
_LATER: Final = regex("^(?:再|等)?过(?P<while>.+?)(?:以?后|之后)?$")  # 过两个小时 is in two hours
_ONCE: Final = regex("^(?:一下|一声)")
_ME: Final = regex("我(?!们)")
_GOES: Final = regex("^(?:去|来|过去|过来|起床|开会|吃药|下班|交|带|到|一[下声])")


def wishes_reminder(line: str, scene: Scene) -> str | None:
    """As it would be typed: `我 明天下午三点 交周报`."""
    if line.startswith("/") or _TOLD.search(line) or is_question(line) or (found := _REMIND.match(line)) is None:
        return None
    if (named := _whom(found["rest"], scene)) is None:
        return None
    who, what = named
    if found["verb"] != "提醒" and not _GOES.match(what):
        return None
    said = _LATER.sub(r"\g<while>后", found["when"])
    when = read_moment(said, scene.now, scene.calendar, scene.shift)
    if when is None or when.rest.strip(" ，,在"):
        return f"{said} {what}".strip() if who == "我" and found["verb"] == "提醒" else None
    return f"{who} {said} {what}"


def _whom(rest: str, scene: Scene) -> tuple[str, str] | None:
    """And what is behind it; nobody whom the company doesn't know."""
    if mine := _ME.match(rest):
        return "我", _ONCE.sub("", rest[mine.end() :]).strip(" ，,：:")
    end = _end_of_name(rest, scene)
    return (f"@{rest[:end].strip()}", _ONCE.sub("", rest[end:]).strip(" ，,：:")) if end else None


def _end_of_name(rest: str, scene: Scene) -> int:
    """0 where nobody is named at the front. A name that what follows runs into is one: 张三交表."""
    people = scene.company.finder.people
    spotted = people.spot(rest)
    if spotted and spotted.start == 0 and spotted.people:
        return spotted.end
    return max((end for start, end in people.names_in(rest) if start == 0), default=0)
