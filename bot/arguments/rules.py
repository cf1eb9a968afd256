"""Whose rules somebody agrees to: 群规, 项目A工作群的群规, 本群; in a group, those of that group."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.groups import GroupKnown
from bot.arguments.requests import RequestNumber
from bot.domain.groups.group import Group
from bot.domain.groups.rules import POLICY
from bot.domain.guards import UNREGISTERED
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.chatter import is_only_particles

_RULES: Final = regex(
    "(?:(?:新版?|最新|修改后|更新后)的?)?的?(?:群规则?|群的?规则|群公约|群规范|群规定|入群须知|群须知|行为规范)(?:的?(?:内容|条款|要求))?"
)
_BESIDE: Final = (
    "(?:(?:我们|咱们?)(?:这个)?群|我(?!们)|已经?|并且?|且|愿意|承诺|阅读|已读|看过|看完|知晓|知悉|同意|遵守|接受|认可|执行"
    "|以上|上述|上面|这些|这份|全部|所有|的|了|[，,\\s])++"
)
_LIKE_A_GROUP: Final = regex(r"(?:(?<![入进退加建拉])群|平台)\Z")  # 张三入群 is what somebody asked for
_FRONT: Final = regex(rf"\A{_BESIDE}")
_END: Final = regex(rf"{_BESIDE}\Z")


@dataclass(frozen=True, slots=True)
class RulesNamed:
    """`group` is None where none was named in private: its handler looks which one was asked about."""

    wanted: ClassVar[str] = "哪个群的群规？写上群名。"
    key: ClassVar[str] = "group"

    group: Group | None
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.take(_RULES)
        words.left = _FRONT.sub("", words.left)
        named = GroupKnown.read(words, scene) if words.left or scene.group else None
        _strip(words)
        if named is None and scene.in_group and not words.left:
            raise UserError(Code.NOT_FOUND, UNREGISTERED)
        if named and not _is_in(scene, named.group):
            raise UserError(Code.NOT_ELIGIBLE, _not_in(named.group))
        return cls(named.group, named.guess) if named else cls(None)

    @property
    def looked_up(self) -> bool:
        return self.group is None

    def explained(self) -> Mapping[str, Any]:
        return {"policy": POLICY} | ({"group": self.group.name} if self.group else {})


def means_request(line: str, words: str, scene: Scene) -> bool:
    """Whether 同意 or 不同意 is said to a request: with a number; in private, unless it names rules or a group."""
    if RequestNumber.read(Words(words), scene):
        return True
    if _RULES.search(line):
        return False
    left = Words(words)
    _strip(left)
    try:
        named = GroupKnown.read(left, scene)
    except UserError:
        return not _LIKE_A_GROUP.search(left.left)
    _strip(left)
    return not is_only_particles(left.left) or (named is None and not scene.in_group)


def _strip(words: Words) -> None:
    """What only stands around it, at either end: 遵守本群的群规了."""
    words.left = _END.sub("", _FRONT.sub("", words.left))


def _is_in(scene: Scene, group: Group) -> bool:
    """Whoever speaks in a room is in it, whatever the registry knows."""
    return group == scene.group or (scene.sender is not None and scene.sender.user_id in group.insiders)


def _not_in(group: Group) -> str:
    return f"登记的名单里没有你，群规只由群成员同意。你要是在{group.name}里，请到群里 @我 发「同意」。"
