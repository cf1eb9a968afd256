"""What is told of one group: whom it is for, who looks after it; to who oversees it, how it is bound and what waits."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time, day_seen
from bot.domain.groups.composition import fits, has_rule, is_mandatory, rule_of
from bot.domain.groups.errands import Errand
from bot.domain.groups.group import LONGEST_PURPOSE, Group
from bot.domain.groups.reviews import Review
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.groups.wording import names, some

MOST_NAMED: Final = 5
LOOKED_AHEAD: Final = 63  # days, in which a month's first working day is


def public_lines(group: Group, company: Company) -> Iterator[str]:
    """What may be said in the group itself."""
    type_ = company.group_type(group.kind)
    yield f"{group.name}（{type_.name}）" if type_ else f"{group.name}（还没有定类型）"
    if group.purpose:
        yield f"用途：{shown(group.purpose, LONGEST_PURPOSE)}"
    if rule := rule_of(group, company):
        clause = f"。依据：{type_.clause}" if type_ and type_.clause else ""
        yield f"谁能进：{rule}{clause}"
    if is_mandatory(group, company):
        yield "按规定都要在群里，不能自己退。"
    yield "，".join(_keepers(group, company))
    yield _headcount(group)


def standing_line(person: Person, group: Group, company: Company) -> str:
    """How the reader himself stands to it, with the way on."""
    if group.has(person.user_id):
        return f"你在群里{'' if (part := part_of(person.user_id, group)) is None else f'，是{part}'}。"
    if not has_rule(group, company):
        return f"你不在群里。想进，发 /入群 {group.name}，由群管理员决定。"
    if fits(person, group, company):
        return f"你不在群里，按规定可以进：发 /入群 {group.name}。"
    return f"你不在群里，按规定不在成员范围里；确有需要，发 /入群 {group.name} 申请例外。"


def overseer_lines(
    group: Group, company: Company, errands: Sequence[Errand], review: Review | None, now: datetime
) -> Iterator[str]:
    """For who oversees it. `review`: the one that is open."""
    yield f"接通：{bindings(group)}。"
    if group.founding:
        yield f"编号：{group.founding}"
    if errands:
        kinds = "、".join(dict.fromkeys(f"{each.deed}（{each.state}）" for each in errands))
        yield f"没办完的事 {len(errands)} 件：{kinds}"
    if review:
        yield f"梳理 {review.number} 进行中，{clock_time(review.due_at.astimezone(now.tzinfo), now)} 前核对完。"
    elif begins := _next_round(company, now.date()):
        yield f"下次梳理：{day_seen(begins, now.date())}"
    if not group.purpose:
        yield f"用途还没有写，补一句：/登记群 {group.name} 用途：…"


def _next_round(company: Company, today: date) -> date | None:
    ahead = (today + timedelta(days=n) for n in range(1, LOOKED_AHEAD))
    return next((day for day in ahead if company.grooming.begins_on(day, company.pace.calendar)), None)


def bindings(group: Group) -> str:
    """By which ways the bot and the room know each other; never the ids themselves."""
    if group.has_customers:
        return "客户群，加不了智能机器人；名单和群昵称我能读"
    ways = [
        "智能机器人听得到 @我" if group.bot_chat else "",
        "应用建的群，加人移人我能自己办" if group.app_chat else "",
        "消息推送能发通知" if group.webhook else "",
    ]
    return "，".join(filter(None, ways)) or "还没有，我听不到也发不进这个群"


def part_of(user: UserId, group: Group) -> str | None:
    """What somebody is in it, beyond a member."""
    parts = {"群主": user == group.owner, "群管理员": user in group.admins, "副群管理员": user in group.deputies}
    return "、".join(part for part, is_his in parts.items() if is_his) or None


def _keepers(group: Group, company: Company) -> Iterator[str]:
    if group.owner:
        yield f"群主：{names(company, [group.owner])}"
    if here := [user for user in sorted(group.admins) if company.is_here(user)]:
        yield f"群管理员：{some(company, here, MOST_NAMED)}"
    else:
        type_ = company.group_type(group.kind)
        by = f"，由{type_.appointed_by.label}任命" if type_ and type_.appointed_by else ""
        yield f"群管理员：还没有{by}"
    if group.deputies:
        yield f"副群管理员：{some(company, group.deputies, MOST_NAMED)}"


def _headcount(group: Group) -> str:
    outside = f"，外部成员 {len(group.guests)} 人" if group.guests else ""
    if not group.members:
        return f"成员名单还不知道{outside}。"
    return f"成员 {len(group.insiders)} 人{outside}。"
