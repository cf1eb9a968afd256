"""What keepers read about who is in their group."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from bot.domain.company import Company
from bot.domain.groups.doubts import Doubt, DoubtKind
from bot.domain.groups.group import Group
from bot.domain.groups.roster import Roster
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.groups.wording import names

LISTED: Final = 10  # people of one kind that a message names
WRITTEN: Final = 20  # characters of a name that was typed


def more(group: Group) -> str:
    return f"要处理，发 /梳理 {group.name}。"


def by_kind(found: Sequence[Doubt], company: Company) -> Iterator[str]:
    """`· 没有入群审批 2 人：陈辉（现在在质量部）、赵六。`"""
    kinds: dict[DoubtKind, list[Doubt]] = defaultdict(list)
    for doubt in found:
        kinds[doubt.kind].append(doubt)
    for kind in DoubtKind:
        if theirs := kinds.get(kind):
            listed = "、".join(said(each, company) for each in theirs[:LISTED])
            rest = f"等 {len(theirs)} 人" if len(theirs) > LISTED else ""
            yield f"· {kind} {len(theirs)} 人：{listed}{rest}。"


def said(doubt: Doubt, company: Company) -> str:
    name = shown(company.name_of(doubt.user)) if doubt.user else shown(doubt.guest)
    return f"{name}（{doubt.why}）" if doubt.why else name


def gone_by_themselves(group: Group, users: Collection[UserId], guests: Collection[str], company: Company) -> str:
    """They left in the client, or somebody removed them there."""
    who = "、".join([names(company, sorted(users)[:LISTED]), *map(shown, sorted(guests)[:LISTED])]).strip("、")
    count = len(users) + len(guests)
    rest = f"等 {count} 人" if count > LISTED else ""
    return f"企业微信的名单里，{group.name}已经没有 {who}{rest}，登记也跟着改了。如果不该退出，发 /邀请 请回来。"


def renamed(group: Group, before: str, broken: str) -> str:
    """`broken`: the rule that the new name breaks, as a finished sentence; empty where it is fine."""
    if not broken:
        return f"「{shown(before)}」在企业微信里改名为「{shown(group.name)}」，登记也跟着改了。"
    return f"「{shown(before)}」在企业微信里被改名为「{shown(group.name)}」，登记跟着改了，但{broken}"


def compared(group: Group, roster: Roster, found: Sequence[Doubt], company: Company, *, asked: bool) -> str:
    """To who handed a list in. `asked`: its keepers have just got a card."""
    head = f"收到{group.name}的名单，对上 {len(roster.members) + len(roster.guests or ())} 人"
    if not found:
        return f"{head}，和登记的一致。"
    end = "新的疑问已用卡片请群管理员核对。" if asked else more(group)
    return "\n".join([f"{head}。", *by_kind(found, company), end])


def taken_over(group: Group) -> str:
    """The first list of a group."""
    guests = f"，外部成员 {len(group.guests)} 人" if group.guests else ""
    return f"登记好了：{group.name}成员 {len(group.members)} 人{guests}。要核对谁该留下，发 /梳理 {group.name}。"


def unread(
    group: Group, unclear: Mapping[str, Sequence[Person]], unknown: Sequence[str], company: Company
) -> Iterator[str]:
    """What of the list is nobody's, or several people's."""
    for name, people in list(unclear.items())[:LISTED]:
        who = "、".join(company.told_apart(person) for person in people[:LISTED])
        yield f"「{shown(name, WRITTEN)}」有 {len(people)} 位：{who}，分不清是哪一位。"
    if unknown:
        listed = "".join(f"「{shown(name, WRITTEN)}」" for name in unknown[:LISTED])
        rest = f"等 {len(unknown)} 个" if len(unknown) > LISTED else ""
        yield f"没认出{listed}{rest}。"
    if unclear or unknown:
        yield f"写清楚再发：/群名单 {group.name} 补充 部门-姓名"
