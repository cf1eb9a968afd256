"""Where a notice comes from, when it begins to hold and when it happened, as it is said beside the text.

`来源：…`, `生效：1月1日` and `事发：今天9:40` stand beside the text and leave it; `依据：` takes the rest of its line,
a day of it and a source.
"""

import re
from datetime import date
from typing import Final

from bot.arguments.past_moments import past_moment
from bot.domain.notices.grounds import LONGEST_SOURCE, Grounds
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.when.read_day import read_day

_BEGIN: Final = r"(?:^|(?<=[\s，,。；;（(【\[]))"
_SOURCE: Final = regex(rf"{_BEGIN}(?:来源|出处)\s*[：:]\s*(?P<source>[^\n；;。，,]{{2,}})[；;。，,]?")
_FROM: Final = regex(
    rf"{_BEGIN}(?:生效|施行)(?:日期|时间)?\s*[：:]\s*(?P<day>[^\n；;。，,\s]{{2,20}})(?:起)?[；;。，,]?"
)
_HAPPENED: Final = regex(rf"{_BEGIN}(?:事发|发生)(?:时间|于)?\s*[：:]\s*(?P<at>[^\n；;。，,]{{2,30}})[；;。，,]?")
_BOTH: Final = regex(rf"{_BEGIN}依据\s*[：:]\s*(?P<body>[^\n]{{2,}})")
_HOLDS: Final = regex(
    r"(?:自|从|于)?(?P<day>[^\s，,。；;自从于：:]{2,16}?)(?:起|开始)?(?:正式)?(?:生效|施行|执行|实施|实行)"
)
_HOLDS_FROM: Final = regex(r"(?:生效|施行|执行)(?:日期|时间)?\s*[：:]?\s*(?P<day>[^\s，,。；;]{2,16})")


def read_grounds(text: str, scene: Scene) -> tuple[Grounds, str]:
    """And what is left of the text. Raises UserError for a day or a time that can't be."""
    source, effective, happened = "", None, None
    if found := _BOTH.search(text):
        effective, source = _both(found["body"], scene)
        text = _without(text, found)
    if found := _SOURCE.search(text):
        source, text = found["source"].strip(), _without(text, found)
    if (found := _FROM.search(text)) and (day := _read(found["day"].removesuffix("起"), scene)):
        effective, text = day, _without(text, found)
    if found := _HAPPENED.search(text):
        taken = past_moment(found["at"], scene)
        if taken is None:
            raise UserError(
                Code.INVALID_DATE, f"「{found['at'].strip()}」看不出是什么时间。写成 事发：今天 9:40 这样。"
            )
        happened, rest = taken
        text = f"{text[: found.start()].rstrip()} {rest} {text[found.end() :].lstrip()}".strip()
    if len(source) > LONGEST_SOURCE:
        raise UserError(Code.LIMIT, f"来源最多 {LONGEST_SOURCE} 个字，写文件名或文号就行。")
    return Grounds(source, effective, happened), text


def _both(body: str, scene: Scene) -> tuple[date | None, str]:
    """`国办发明电〔2026〕7号，1月1日起生效`"""
    found = _HOLDS.search(body) or _HOLDS_FROM.search(body)
    day = _read(found["day"], scene) if found else None
    rest = f"{body[: found.start()]} {body[found.end() :]}" if found and day else body
    return day, rest.removeprefix("来源").strip(" ：:，,。；;")


def _read(written: str, scene: Scene) -> date | None:
    if written.strip() in ("即日", "今日", "发布之日"):
        return scene.now.date()
    taken = read_day(written, scene.now, scene.calendar)
    return taken.value if taken and isinstance(taken.value, date) else None


def _without(text: str, found: re.Match[str]) -> str:
    before, after = text[: found.start()], text[found.end() :]
    joint = "\n" if before.endswith("\n") or after.startswith("\n") else " "
    return f"{before.rstrip(' ，,；;')}{joint}{after.lstrip(' ，,；;')}".strip()
