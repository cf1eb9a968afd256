"""Whom a notice is for, as its author names them before the text: 项目A工作群、生产部, 全员, @张三, 各部门负责人.

Only what stands at the front, apart from what follows, is an audience: 生产部明天停电 is a text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from bot.arguments.departments import DepartmentNamed
from bot.arguments.groups import GroupNamed
from bot.arguments.people import PersonNamed
from bot.domain.finding.folding import fold
from bot.domain.finding.groups import GroupSpotted
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import may_hear_of
from bot.domain.notices.audience import Audience
from bot.domain.notices.reader_kinds import ReaderKind
from bot.domain.notices.topics import Topic
from bot.domain.rights import Role
from bot.domain.width import narrow
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_TO: Final = regex(
    r"(?:(?:请|帮我|帮忙)?(?:发给|发到|发布到|发往|推送给|推送到|面向|对象(?:是|为)?[：:]?|发送给|给|向|对|往|到|在|通知|告诉|提醒))?(?:一下)?\s*"
)
_AND: Final = regex(r"\s*(?:[、,，]|和|及|以及|与|跟|还有)\s*")
_STOP: Final = regex(r"[\s：:，,、。；;（(]")
_EVERYBODY: Final = regex(
    r"@?\s?(?:全员|全体(?:员工|职工|同事|人员|成员)|全公司(?:员工|人员|同事)?|全集团(?:员工)?|公司全体(?:员工|人员)?"
    r"|所有(?:人员?|员工|同事)|全厂(?:员工|职工)?|all(?!\w))(?:的?(?:同事们?|人员|员工))?",
    re.IGNORECASE,
)
_SUBSCRIBERS: Final = regex(
    r"(?:所有|各个?|全部)?(?:已?订阅了?(?:的)?安全(?:提醒|通知)?的?(?:工作)?群|安全(?:提醒)?群)"
)
_OFFICES: Final[Mapping[Role, re.Pattern[str]]] = {
    Role.DEPT_HEAD: regex(
        r"(?:各个?|全体|所有)?部门(?:负责人|经理|主管|领导|一把手)们?|(?:全体|所有)?中层(?:干部|管理人员)?"
    ),
    Role.EXECUTIVE: regex(r"(?:全体|所有|各位)?(?:集团)?(?:高管|领导班子|公司领导)"),
    Role.SAFETY_ADMIN: regex(r"(?:全体|所有|各位)?安全(?:管理)?员"),
    Role.MGMT_GROUP: regex(r"(?:微信)?管理小组(?:成员)?"),
}
_KINDS: Final = regex(r"(?:全体|所有|各位)?(?P<kind>直接用户|配套用户)们?")
_HERE: Final = regex(r"(?:本群|这个?群|我们群|咱们?群|此群|群里|我的群|我管的群)(?:里|全体成员|所有人|成员)?")
_OF_A_GROUP: Final = regex(
    r"(?:里面?|内|中)?(?:的)?(?:全体(?:成员|人员)?|所有(?:人|成员)|各位|大家|成员们?|的人|同事们?|人员)?"
)
_GROUP_LIKE: Final = regex(r"(?!请|把|将|关于|各|所有|大家|我们|你们)[\w·+-]{2,20}(?:群|平台)")
_ALL_OF: Final = regex(
    r"(?:的)?(?:全体(?:员工|人员|同事|成员)?|所有(?:人员?|同事|员工)|各位(?:同事)?|同事们?|人员|员工|大家)$"
)
_DEPARTMENT_LIKE: Final = regex(
    r"(?!(?:全|内|外|总|干|局|上|下|中|东|西|南|北|头|面|腰|背|颈|胸|根)部)\w{2,8}(?:部|部门)"
)
_FULL_STOP_TO: Final = 30  # characters of one name


@dataclass(frozen=True, slots=True)
class SaidAudience:
    """`guess`: what a name was taken for, where it isn't the registered one."""

    audience: Audience
    guess: str | None = None


Taken = tuple[Audience, int, str | None]  # what was named, where it ends, what had to be guessed


def read_audience(text: str, scene: Scene) -> tuple[SaidAudience, str] | None:
    """Everything at the front that is one, and what is left. Raises UserError for a group or department that isn't."""
    found: Audience | None = None
    guesses: list[str] = []
    place = _skip(_TO, text, 0)
    if text[place : place + 1] in "@＠" and _registered(text[place + 1 :], scene):
        place += 1
    while taken := _one(text, place, scene):
        audience, place, guess = taken
        found = _joined(found, audience) if found else audience
        guesses += [guess] if guess else []
        joint = _AND.match(text, place)
        if joint is None or not _one(text, joint.end(), scene):
            break
        place = joint.end()
    if found is None:
        return None
    return SaidAudience(found, "，".join(guesses) or None), text[place:].lstrip(" ：:，,、")


def _joined(one: Audience, other: Audience) -> Audience:
    return replace(
        one,
        groups=(*one.groups, *other.groups),
        topic=one.topic or other.topic,
        everybody=one.everybody or other.everybody,
        departments=(*one.departments, *other.departments),
        tags=(*one.tags, *other.tags),
        titles=(*one.titles, *other.titles),
        roles=(*one.roles, *other.roles),
        people=(*one.people, *other.people),
        kinds=(*one.kinds, *other.kinds),
    )


def _one(text: str, place: int, scene: Scene) -> Taken | None:
    if place >= len(text):
        return None
    readers: tuple[Callable[[str, int, Scene], Taken | None], ...] = (
        _everybody,
        _subscribers,
        _office,
        _kind,
        _here,
        _group,
        _department,
        _person,
        _tag_or_title,
    )
    return next((taken for each in readers if (taken := each(text, place, scene))), None)


def _everybody(text: str, place: int, scene: Scene) -> Taken | None:
    found = _EVERYBODY.match(text, place)
    if found is None or not _stops(text, found.end()):
        return None
    here = scene.group.id if scene.group else None
    return (Audience(groups=(here,)) if here else Audience(everybody=True)), found.end(), None


def _subscribers(text: str, place: int, scene: Scene) -> Taken | None:
    found = _SUBSCRIBERS.match(text, place)
    if found is None or not _stops(text, found.end()):
        return None
    return Audience(topic=Topic.SAFETY), found.end(), None


def _office(text: str, place: int, scene: Scene) -> Taken | None:
    for role, pattern in _OFFICES.items():
        found = pattern.match(text, place)
        if found and _stops(text, found.end()):
            return Audience(roles=(role,)), found.end(), None
    return None


def _kind(text: str, place: int, scene: Scene) -> Taken | None:
    """直接用户, 配套用户 (D9§7); those outside are in groups, and named by them."""
    found = _KINDS.match(text, place)
    if found is None or not _stops(text, found.end()):
        return None
    return Audience(kinds=(ReaderKind(found["kind"]),)), found.end(), None


def _here(text: str, place: int, scene: Scene) -> Taken | None:
    found = _HERE.match(text, place)
    if found is None:
        return None
    group = scene.group or _only_own(scene)
    return (Audience(groups=(group.id,)), found.end(), None) if group else None


def _only_own(scene: Scene) -> Group | None:
    own = [group for group in scene.company.groups if scene.sender and scene.sender.user_id in group.keepers]
    return own[0] if len(own) == 1 else None


def _group(text: str, place: int, scene: Scene) -> Taken | None:
    """A registered name may have the text right behind it; anything else that ends like a group must stand apart."""
    piece = text[place : _end_of_word(text, place)]
    if spotted := _registered(piece, scene):
        end = place + spotted.end
        return Audience(groups=(spotted.groups[0].id,)), _skip(_OF_A_GROUP, text, end), None
    named = None
    if _GROUP_LIKE.fullmatch(piece) or _is_short_for_one(piece, scene):
        named = GroupNamed.read(Words(piece), scene)
    if named is None:
        return None
    return Audience(groups=(named.group.id,)), place + len(piece), named.guess


def _registered(piece: str, scene: Scene) -> GroupSpotted | None:
    """A group by a name of its own, at the very front."""
    spotted = scene.company.finder.groups.spot(piece, lambda group: may_hear_of(scene.sender, group, scene.company))
    plain = spotted and not spotted.guessed and spotted.start == 0 and len(spotted.groups) == 1
    return spotted if plain else None


def _is_short_for_one(word: str, scene: Scene) -> bool:
    """项目A, of 项目A工作群."""
    return len(word) > 2 and any(group.name.startswith(word) for group in scene.company.groups)


def _department(text: str, place: int, scene: Scene) -> Taken | None:
    end = _end_of_word(text, place)
    word = _ALL_OF.sub("", narrow(text[place:end]))
    known = scene.company.finder.departments.words.get(fold(word)) if word else ()
    if not known and not _DEPARTMENT_LIKE.fullmatch(word):
        return None
    named = DepartmentNamed.read(Words(word), scene)
    return (Audience(departments=(named.department.name,)), end, named.guess) if named else None


def _person(text: str, place: int, scene: Scene) -> Taken | None:
    """Behind an @, or by the whole name."""
    end = _end_of_word(text, place)
    word = text[place:end]
    if not word.startswith(("@", "＠")) and not scene.company.named(word):
        return None
    named = PersonNamed.read(Words(word), scene)
    return (Audience(people=(named.person.user_id,)), end, named.guess) if named else None


def _tag_or_title(text: str, place: int, scene: Scene) -> Taken | None:
    end = _end_of_word(text, place)
    word = re.sub(r"^(?:全体|所有|各位)|(?:们|全体)$", "", text[place:end])
    if len(word) < 2:
        return None
    if any(word in person.tags for person in scene.company.people):
        return Audience(tags=(word,)), end, None
    return (Audience(titles=(word,)), end, None) if scene.company.titled(word) else None


def _end_of_word(text: str, place: int) -> int:
    """Where a name ends at the latest: a list of them goes on with 和 only where both sides are names."""
    found = _STOP.search(text, place, place + _FULL_STOP_TO)
    end = found.start() if found else min(len(text), place + _FULL_STOP_TO)
    joint = re.search("和|及|与|跟", text[place:end])
    return place + joint.start() if joint and joint.start() >= 2 else end


def _stops(text: str, end: int) -> bool:
    return end >= len(text) or _STOP.match(text, end) is not None or _AND.match(text, end) is not None


def _skip(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place
