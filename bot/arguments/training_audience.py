"""Who is asked to a training, as it is said: 对象 生产部、研发部, 生产部都要参加, 全体班组长, 项目A工作群的人."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.groups.knowing import may_hear_of
from bot.domain.safety.training.audience import EVERYBODY, POSTS, said
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

LABELS: Final = (
    "(?:培训)?(?:对象|参加人员|参加人|参训人员|人员|时间|日期|地点|地址|讲师|主讲|主题|题目|内容|时长|学时)[:：是为\\s]"
)
_LABELLED: Final = regex(
    rf"(?:培训)?(?:对象|参加人员|参加人|参训人员|人员)[:：是为]?\s*(?P<who>.+?)(?=\s+(?!和|及|、)|[，。;；]|{LABELS}|$)"
)
_EVERYBODY: Final = regex(
    r"全体(?:员工|人员|职工|同事)|全员|全公司(?:的人|员工)?|全厂(?:职工|员工)?|所有(?:员工|人员?|同事)|每个人|公司所有人|大家都?"
)
_POST: Final = regex(rf"(?:全体|所有|各|各位|全部)?(?P<post>{'|'.join(POSTS)})(?:们|工)?")
_BETWEEN: Final = regex(r"\s*(?:、|,|，|和|及|以及|与|还有|跟)?\s*")
_COMES: Final = regex("参加|到场|参训|来|去|全员|都")
_TAIL: Final = regex(
    r"(?:部门)?(?:的)?(?:全体|全员|所有|全部)?(?:员工|人员|同事|职工|成员|的人|人)?(?:全员|全部|都|也)?(?:务必|必须|需要?|得|要|应)?(?:来|去)?(?:参加|到场|参训|学习)?"
)


@dataclass(frozen=True, slots=True)
class TrainingAudience:
    """`specs` as `bot.domain.safety.training.audience` writes them."""

    wanted: ClassVar[str] = "谁参加？写部门、群、岗位或姓名，例如 生产部。"

    specs: tuple[str, ...]
    words: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if labelled := _LABELLED.search(words.left):
            specs = tuple(dict.fromkeys(each.spec for each in _found(labelled["who"], scene)))
            if not specs:
                raise UserError(
                    Code.NOT_FOUND, f"没看懂对象「{shown(labelled['who'])}」。写部门、群、岗位或姓名，例如 生产部。"
                )
            words.cut(labelled.start(), labelled.end())
            return cls(specs, said(specs, scene.company))
        found = _meant(_found(words.left, scene), words.left)
        for each in reversed(found):
            words.cut(each.start, each.end)
        specs = tuple(dict.fromkeys(each.spec for each in found))
        return cls(specs, said(specs, scene.company)) if specs else None

    def explained(self) -> Mapping[str, Any]:
        return {"audience": self.words}


@dataclass(frozen=True, slots=True)
class _Named:
    """text[start:end], with what only goes along with it. `comes`: it is said that they are to come."""

    spec: str
    start: int
    end: int
    comes: bool = False

    @property
    def person(self) -> bool:
        return self.spec.startswith("user:")


def _found(text: str, scene: Scene) -> Sequence[_Named]:
    """All that are named, in order."""
    found: list[_Named] = []
    at = 0
    while at < len(text) and (each := _next(text, at, scene)):
        tail = _TAIL.match(text, each.end)
        end = tail.end() if tail else each.end
        found.append(_Named(each.spec, each.start, end, bool(_COMES.search(text[each.end : end]))))
        at = end
    return found


def _meant(found: Sequence[_Named], text: str) -> Sequence[_Named]:
    """Where it is said who is to come, those and whoever is listed with them; else all but single persons."""
    if not any(each.comes for each in found):
        return [each for each in found if not each.person]
    meant: list[_Named] = []
    for each in reversed(found):
        listed = bool(meant) and _BETWEEN.fullmatch(text[each.end : meant[-1].start])
        if each.comes or listed:
            meant.append(each)
    return meant[::-1]


def _next(text: str, at: int, scene: Scene) -> _Named | None:
    """The one that stands first; of those that begin at one place the longest."""
    options = [each for each in _options(text[at:], scene) if each.end > each.start]
    if not options:
        return None
    first = min(options, key=lambda each: (each.start, -each.end))
    return _Named(first.spec, at + first.start, at + first.end)


def _options(text: str, scene: Scene) -> Iterator[_Named]:
    find = scene.company.finder
    if everybody := _EVERYBODY.search(text):
        yield _Named(EVERYBODY, everybody.start(), everybody.end())
    if post := _POST.search(text):
        yield _Named(f"post:{post['post']}", post.start(), post.end())
    spotted = find.departments.spot(text)
    if spotted and not spotted.guessed:
        yield _Named(f"dept:{find.departments.path(spotted.departments[0])}", spotted.start, spotted.end)
    group = find.groups.spot(text, lambda each: may_hear_of(scene.sender, each, scene.company))
    if group and not group.guessed and len(group.groups) == 1:
        yield _Named(f"group:{group.groups[0].id}", group.start, group.end)
    person = find.people.spot(text)
    if person and not person.guessed and len(person.people) == 1:
        yield _Named(f"user:{person.people[0].user_id}", person.start, person.end)
    for start, end in find.people.names_in(text):  # 张三参加: the name ends inside of a word
        called = find.people.called(text[start:end])
        if len(called) == 1:
            yield _Named(f"user:{called[0].user_id}", start, end)
