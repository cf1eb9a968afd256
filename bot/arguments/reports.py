"""What somebody tells of a violation: whom it is about, in which group, what he did, and whether he stays unnamed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from bot.arguments.groups import GroupNamed
from bot.arguments.people import PersonNamed
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import may_hear_of
from bot.domain.moderation.cases.naming import category_in
from bot.domain.moderation.categories import category
from bot.domain.moderation.reports.report import Report
from bot.domain.moderation.reports.routing import RESTRICTED, goes_to, is_of_keepers, is_secret, route_of
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.reports import read_report, without_own_name

MOST: Final = 1000  # characters
WHAT: Final = "谁、在哪个群、做了什么？一句话就行，也可以再发截图。不想让人知道是你，加上「匿名」。"
IN_PRIVATE: Final = "举报请私聊我说。群里的这句我不留，也请你撤回它。"
_UNNAMED: Final = regex(
    r"^(?:我?(?:看到|看见|发现|听说)?(?:了)?)?(?:有(?:个|位|些|几个)?(?:人|同事|员工|领导|外人)|某[人些个]|不知道(?:是)?谁|谁|群里(?:面)?有人|大家)"
)
_SUSPECTED: Final = regex(r"(?:(?:好像|应该|可能|怀疑|估计|就)是|是)\s*@?$")
_BY: Final = regex(r"被\s*@?$")
_MYSELF: Final = regex(r"^(?:我|本人|自己)\s+(?=\S)")
_LOOSE: Final = regex(r"^@?[\u3400-\u9fff]{2,3}(?=[\s，,：:])")
_NO_NAME: Final = frozenset(
    {
        "高管",
        "车间",
        "班长",
        "组长",
        "主任",
        "经理",
        "主管",
        "同事",
        "领导",
        "保安",
        "食堂",
        "门卫",
        "外包",
        "客户",
        "群里",
        "公司",
    }
)
_EDGES: Final = " ，,。；;：:、"


@dataclass(frozen=True, slots=True)
class ReportTold:
    """All that is left of the line. In a group nothing of it is read (E_USE_PRIVATE)."""

    wanted: ClassVar[str] = WHAT

    text: str
    category: str
    route: str
    target: Person | None = None
    name: str = ""  # as told apart from others of the same name
    group: Group | None = None
    anonymous: bool = False
    guess: str | None = None
    whose: str = ""  # as people call them; nobody's, where all stand below whom it is about

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError in a group, for a whole story, and where only whom it is about was said."""
        if scene.in_group:
            raise UserError(Code.USE_PRIVATE, IN_PRIVATE, private=True)
        written, anonymous = read_report(words.rest() or (scene.quote or ""))
        written = without_own_name(written, scene.sender.name) if scene.sender else written
        if len(written) > MOST:
            raise UserError(Code.LIMIT, f"写了 {len(written)} 个字，最多 {MOST} 个。先写要紧的，其余随后补充。")
        target, told = _whom(written, scene)
        group, told = _where(told, scene)
        if not told:
            raise UserError(Code.MISSING_ARG, WHAT, missing=("text",))
        code = category_in(written)
        person = target.person if target else None
        route = route_of(code, person, None if is_of_keepers(told) else group, scene.company)
        name, guess = (target.name, target.guess) if target else ("", None)
        found = cls(told, code, route, person, name, group, anonymous, guess)
        but = (scene.sender.user_id,) if scene.sender else ()
        return replace(found, whose=goes_to(found.report("", scene.now), scene.company, but=but))

    def report(self, number: str, now: datetime) -> Report:
        return Report(
            number,
            self.category,
            self.text,
            self.route,
            now,
            target=self.target.user_id if self.target else None,
            group=self.group.id if self.group else None,
            anonymous=self.anonymous,
            secret=is_secret(self.category),
        )

    @property
    def echo(self) -> str:
        """What it was taken for, and whose it is going to be."""
        whom = f"反映的是{self.name}，" if self.target else ""
        return f"{whom}按「{category(self.category).name}」转给{self.whose}，不显示是你报的"

    def explained(self) -> Mapping[str, Any]:
        shown: dict[str, Any] = {"category": self.category, "text": self.text}
        if self.target:
            shown["target"] = self.name
        if self.group:
            shown["group"] = self.group.name
        if self.anonymous:
            shown["anonymous"] = True
        return shown | ({"route": self.route} if self.route in RESTRICTED else {})


def _whom(written: str, scene: Scene) -> tuple[PersonNamed | None, str]:
    """Whom it is about, and the rest: he is taken out where the line begins with him, else the sentence stays whole.

    张三被李四骂了 is about 李四; of 有人冒充张三 nobody knows whom it is about.
    """
    written = _MYSELF.sub("我", written)
    unnamed = _UNNAMED.match(written) is not None
    for start in _behind(written, unnamed=unnamed):
        tail = Words(written[start:])
        if scene.company.finder.people.spot(tail.left) and (found := PersonNamed.read(tail, scene)):
            return found, written
    if unnamed or _is_no_name(written):
        return None, written
    words = Words(written)
    if scene.company.finder.people.spot(written) and not _begins(written, scene):
        found = PersonNamed.read(words, scene)
        return (found, written) if found and found.person != scene.sender else (None, written)
    found = PersonNamed.read(words, scene)
    return found, words.left.strip(_EDGES) if found else written


def _behind(written: str, *, unnamed: bool) -> list[int]:
    """Where a name would stand of somebody who did it: 被何苗, 好像是何苗."""
    marks = (_BY, _SUSPECTED) if unnamed else (_BY,)
    return [at for at in range(1, len(written)) if any(mark.search(written[:at]) for mark in marks)]


def _begins(written: str, scene: Scene) -> bool:
    spotted = scene.company.finder.people.spot(written)
    return spotted is not None and not written[: spotted.start].strip(f"{_EDGES}@＠")


def _is_no_name(written: str) -> bool:
    found = _LOOSE.match(written)
    return found is not None and found[0].lstrip("@") in _NO_NAME


def _where(told: str, scene: Scene) -> tuple[Group | None, str]:
    """The group it happened in, where one is named that he may know of; it is taken out at the beginning."""
    spotted = scene.company.finder.groups.spot(
        told, lambda group: may_hear_of(scene.sender, group, scene.company) or group == scene.group
    )
    if spotted is None:
        return None, told
    words = Words(told)
    named = GroupNamed.read(words, scene)
    at_front = not told[: spotted.start].strip(f"{_EDGES}在到往于")
    return (named.group if named else None), words.left.strip(_EDGES).removeprefix("的") if at_front else told


@dataclass(frozen=True, slots=True)
class More:
    """All that is left of the line."""

    may_ask: ClassVar[bool] = True
    wanted: ClassVar[str] = "要补充什么？直接写在后面。"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError in a group, and for a whole story."""
        if scene.in_group:
            raise UserError(Code.USE_PRIVATE, IN_PRIVATE, private=True)
        text = words.rest().strip(_EDGES)
        text = without_own_name(text, scene.sender.name) if scene.sender else text
        if len(text) > MOST:
            raise UserError(Code.LIMIT, f"写了 {len(text)} 个字，最多 {MOST} 个。请分两次发。")
        return cls(text) if text else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


class Asked(More):
    wanted = "想问什么？直接写在后面。"
