"""The five that are settled when a hazard is given to somebody (五落实), in any order.

王强 11月27日前 换门 资金500元 预案先断电
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Final, Self

from bot.arguments.people import PersonNamed
from bot.domain.safety.hazards.hazard import Plan
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_until import read_until
from bot.when.written.numerals import SMALL, number

MOST: Final = 200  # characters of each
_LABELLED: Final = {
    "money": regex(
        r"(?:资金|经费|预算|费用)(?:是|为|要|约|大概|来源|从|走)?[:：\s]*(?P<said>[^\s，,；;。]+)"
        r"|(?P<sum>(?:约|大概)?\d{1,12}(?:\.\d{1,4})?(?:万元?|元|块钱?))"
    ),
    "contingency": regex(r"(?:应急)?预案(?:是|为)?[:：\s]*(?P<said>[^\s，,；;。]+)"),
    "measure": regex(r"(?:整改)?措施(?:是|为)?[:：\s]*(?P<said>[^\s，,；;。]+)"),
}
_FREE: Final = regex("^(?:不用|不要|不需要|不花|无需|没有?|无)(?:花?钱|资金|经费|费用)?$")
_NAME: Final = regex(r"(?:整改)?(?:责任人|负责人|由|派给|交给|给|让|请)(?:是|为)?[:：\s]*(?=@?[\w\u4e00-\u9fff])")
_DUE: Final = regex(r"(?:整改)?(?:期限|时限|限期|截止(?:日期|时间|到)?)(?:是|为|到)?[:：\s]*")
_BEFORE: Final = regex(r"^\s*(?:之?前|以前|之内)(?:要|得|必须)?(?:完成|整改完?|改好|弄好|搞定)?")
_WITHIN: Final = regex(rf"({SMALL})(?:天|日|个?(周|星期|礼拜))之?内(?:要|得|必须)?(?:完成|整改完?|改好|弄好|搞定)?")
_MARKS: Final = " ，,；;。：:"
_DOES_IT: Final = regex(r"(?:来|去)?(?:负责)?(?:整改|处理)(?:一下)?(?=$|[\s，,；;。])")


@dataclass(frozen=True, slots=True)
class PlanTold:
    """As much of the five as was said."""

    wanted: ClassVar[str] = "派给谁，到哪天，怎么整改？例如：王强 11月27日前 换配电箱门 资金500元 预案先断电。"

    plan: Plan
    owner: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for somebody who isn't here, and for a day that can't be."""
        said = {key: _labelled(words, pattern) for key, pattern in _LABELLED.items()}
        due = _due(words, scene)
        owner = _owner(words, scene)
        left = words.rest().strip(_MARKS)
        measure = " ".join(filter(None, [said["measure"], left]))
        if not (owner or due or measure or any(said.values())):
            return None
        for each in (measure, *said.values()):
            if len(each) > MOST:
                raise UserError(Code.LIMIT, f"有一项写了 {len(each)} 个字，最多 {MOST} 个。请写短一些。")
        plan = Plan(owner.person.user_id if owner else None, measure, said["money"], due, said["contingency"])
        return cls(plan, owner.name if owner else "")

    def explained(self) -> Mapping[str, Any]:
        return dict(self._explained())

    def _explained(self) -> Iterator[tuple[str, Any]]:
        if self.owner:
            yield "owner", self.owner
        if self.plan.due:
            yield "due", self.plan.due.isoformat()
        if self.plan.measure:
            yield "measure", self.plan.measure
        yield "missing_of_five", list(self.plan.missing)


def _labelled(words: Words, pattern: re.Pattern[str]) -> str:
    found = words.take(pattern)
    if found is None:
        return ""
    said = (found["said"] or found.groupdict().get("sum") or "").strip(_MARKS)
    return "不用花钱" if pattern is _LABELLED["money"] and _FREE.match(said) else said


def _due(words: Words, scene: Scene) -> date | None:
    taken = read_until(words.left, scene.now, scene.calendar)
    if taken is None:
        within = words.take(_WITHIN)
        days = number(within[1]) if within else None
        return scene.now.date() + timedelta(days=days * (7 if within[2] else 1)) if within and days else None
    day = taken.settled()
    start, end = taken.spans[0]
    before, after = words.left[:start], words.left[end:]
    words.left = f"{_DUE.sub('', before).rstrip()} {_BEFORE.sub('', after).lstrip()}".strip(_MARKS)
    return day


def _owner(words: Words, scene: Scene) -> PersonNamed | None:
    """Whom the finder spots; a word that is nobody's name is what is to be done."""
    words.left = _DOES_IT.sub(" ", words.left).strip(_MARKS)
    words.take(_NAME)
    spotted = scene.company.finder.people.spot(words.left)
    return PersonNamed.read(words, scene) if spotted else None
