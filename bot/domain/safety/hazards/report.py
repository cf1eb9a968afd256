"""The report of a major hazard: its state and cause, its harm and difficulty, the plan (安监总局16号令 art. 14).

A draft for humans: the bot files nothing. What nobody has said yet is marked.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from bot.domain.dates import full_day
from bot.domain.safety.hazards.hazard import Hazard
from bot.patterns import regex

OPEN_POINT: Final = "（待补）"


class Part(StrEnum):
    """The value is what people read and type."""

    STATE = "现状及原因"
    HARM = "危害程度和整改难度"
    PLAN = "治理方案"


_NAMES: Final = {
    Part.STATE: "现状及原因|现状|原因",
    Part.HARM: "危害程度和整改难度|危害程度|危害|难度|难易程度",
    Part.PLAN: "治理方案|整改方案|方案",
}
_LABEL: Final = regex(
    "(?:^|[\\s，,。；;])(?:" + "|".join(f"(?P<{part.name}>{names})" for part, names in _NAMES.items()) + ")[:：]"
)


def read_parts(written: str) -> Mapping[Part, str]:
    """原因：… 危害：… 方案：…, in any order, any of them."""
    found = list(_LABEL.finditer(written))
    ends = [*(each.start() for each in found), len(written)][1:]
    parts = {
        Part[str(each.lastgroup)]: written[each.end() : end].strip(" ，,；;")
        for each, end in zip(found, ends, strict=True)
    }
    return {part: words for part, words in parts.items() if words}


def draft(hazard: Hazard, unit: str, owner: str, parts: Mapping[Part, str], stop: str) -> str:
    """The text of the report; `unit`: whose area it is, `stop`: what was decided about work."""
    plan = hazard.plan
    grounds = "、".join(hazard.grounds)
    state = parts.get(Part.STATE, f"{hazard.facts.text}。原因：{OPEN_POINT}")
    harm = parts.get(Part.HARM, f"{f'判定依据：{grounds}。' if grounds else ''}{OPEN_POINT}")
    due = full_day(plan.due) if plan.due else OPEN_POINT
    lines = (
        f"重大事故隐患报告（草稿）{hazard.number}",
        f"单位和部位：{unit}，{hazard.facts.place}；类别：{hazard.facts.kind}",
        f"一、{Part.STATE}：{state}",
        f"二、{Part.HARM}：{harm}",
        f"三、{Part.PLAN}：{parts.get(Part.PLAN, OPEN_POINT)}",
        f"· 目标和措施：{plan.measure or OPEN_POINT}",
        f"· 经费和物资：{plan.money or OPEN_POINT}",
        f"· 责任人：{owner or OPEN_POINT}",
        f"· 时限：{due}",
        f"· 安全措施和应急预案：{plan.contingency or OPEN_POINT}；停产决定：{stop or OPEN_POINT}",
    )
    return "\n".join(lines)
