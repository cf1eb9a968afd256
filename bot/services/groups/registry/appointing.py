"""Somebody is made to look after a group, or is no longer: the registry has it, and all whom it concerns are told."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from bot.domain.company import Company
from bot.domain.groups.appointing import appointed, dismissed
from bot.domain.groups.changing import right_over
from bot.domain.groups.composition import fits
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group
from bot.domain.groups.numbers import Series
from bot.domain.groups.offices import office_of
from bot.domain.people import Person
from bot.identifiers import UserId
from bot.services.groups.errands.by_hand import pass_on
from bot.services.groups.errands.carrying_out import assign
from bot.services.groups.wording import names
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToGroup, ToPerson

KIND: Final = "任命群管"
BY_HAND: Final = "企业微信里的群管理员，机器人设置不了，请群主在群设置里也改一下。"


async def appoint(
    ctx: Context, group: Group, person: Person, *, deputy: bool, instead_of: frozenset[UserId] = frozenset()
) -> Group:
    """He is let into the group, if he isn't in it. `instead_of`: who looked after it and does no more."""
    user = person.user_id
    after, ctx = appointed(group, user, deputy=deputy, instead_of=instead_of), _by_office(ctx, group)
    await ctx.store.groups.save(after, change="appointed", by=ctx.act, people=[user])
    if gone := instead_of & group.keepers - after.keepers:
        await ctx.store.groups.save(after, change="relieved", by=ctx.act, people=gone)
    if group.members and user not in group.members:
        await _let_in(ctx, group, person)
    await pass_on(ctx, group, after)
    what = "副群管理员" if deputy else "群管理员"
    words = f"你现在是{group.name}的{what}，由{_who(ctx, group)} 任命。发 /群信息 {group.name} 看这个群的情况。"
    _tell(ctx, user, words)
    _tell_relieved(ctx, after, gone)
    _announce(ctx, after)
    return after


async def _let_in(ctx: Context, group: Group, person: Person) -> None:
    """Who doesn't belong in a group of that type is exempt: to be appointed is an approval of its own."""
    exempt = not fits(person, group, ctx.company)
    number = await ctx.store.numbers.next(Series.APPOINTED, ctx.now.date())
    await assign(ctx, Errand(group.id, Deed.ADD, number, ctx.sender.user_id, (person.user_id,), exempt=exempt))


async def relieve(ctx: Context, group: Group, user: UserId) -> Group:
    """He stays a member."""
    after, ctx = dismissed(group, user), _by_office(ctx, group)
    await ctx.store.groups.save(after, change="relieved", by=ctx.act, people=[user])
    await pass_on(ctx, group, after)
    _tell_relieved(ctx, after, {user})
    _announce(ctx, after)
    return after


def keepers_named(group: Group, company: Company) -> str:
    """`群管理员是 郑群，副群管理员是 张三`"""
    deputies = f"，副群管理员是 {names(company, sorted(group.deputies))}" if group.deputies else ""
    return f"群管理员是 {names(company, sorted(group.admins))}{deputies}"


def _tell_relieved(ctx: Context, group: Group, users: Collection[UserId]) -> None:
    for user in sorted(users):
        _tell(ctx, user, f"从现在起，你不再是{group.name}的群管理员（{_who(ctx, group)} 办理），仍是群成员。")


def _tell(ctx: Context, user: UserId, words: str) -> None:
    if user != ctx.sender.user_id and ctx.company.is_here(user):
        ctx.tell(ToPerson(user), Text(words))


def _announce(ctx: Context, group: Group) -> None:
    """Members see whom to turn to."""
    if (group.app_chat or group.bot_chat or group.webhook) and ctx.chat.group != group:
        ctx.tell(ToGroup(group.id), Text(f"本群现在的{keepers_named(group, ctx.company)}。"))


def _who(ctx: Context, group: Group) -> str:
    return f"{office_of(group, ctx.company).label} {ctx.company.name_of(ctx.sender.user_id)}"


def _by_office(ctx: Context, group: Group) -> Context:
    right = right_over(ctx.sender.user_id, group, ctx.company)
    return replace(ctx, act=replace(ctx.act, authority=right or ctx.act.authority))
