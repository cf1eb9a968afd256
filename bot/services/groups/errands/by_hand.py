"""Somebody is asked to do in the client what the app can't, by a card with 完成 and 做不到. He is reminded once."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.groups.changing import right_over
from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.domain.groups.group import Group
from bot.domain.groups.offices import appointers
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.doing import finish, give_up
from bot.services.groups.wording import names, not_so, some, wish
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "errand"
DONE, CANNOT = "done", "cannot"
UNSEEN: Final = "这个群的名单我看不到，只能以你说的为准。"


async def ask_somebody(desk: Desk, errand: Errand, group: Group) -> None:
    """All who may do it get the card; the first to close it closes it for all."""
    helpers = doers(errand, group, desk.company)
    due_at = desk.company.pace.escalate_at(desk.now)
    if not await _hand_out(desk, errand, group, helpers, due_at):
        return
    if errand.asker not in helpers and desk.company.is_here(errand.asker):
        words = f"{_what(errand, group, desk.company)}我自己办不了，已请 {names(desk.company, helpers)} 来办"
        until = f"，{clock_time(due_at, desk.now)} 前给你回音。"
        desk.tell(ToPerson(errand.asker), Text(f"{errand.cause} {words}{until}"))


async def ask_again(desk: Desk, errand: Errand, group: Group) -> None:
    """WeCom's list says otherwise: whoever said that it is done and the asker are told, and there are new cards."""
    company = desk.company
    helpers = doers(errand, group, company)
    wrong = replace(errand, checked=False)
    if not await _hand_out(desk, wrong, group, helpers, company.pace.escalate_at(desk.now)):
        return
    for user in dict.fromkeys(filter(None, [errand.by, errand.asker])):
        then = "请再办一次，新的卡片已发给你" if user in helpers else f"已请 {names(company, helpers)} 再办一次"
        if company.is_here(user):
            desk.tell(ToPerson(user), Text(f"{errand.cause} {not_so(errand, group, company)}，{then}。"))


async def _hand_out(desk: Desk, errand: Errand, group: Group, helpers: Collection[UserId], due_at: datetime) -> bool:
    """Whether nobody was quicker."""
    after = replace(errand, state=ErrandState.ASKED, due_at=due_at, by=None)
    if not await desk.store.errands.save(after, was=errand.state, by=desk.act):
        return False
    for helper in helpers:
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=str(errand.number), holder=helper)
        desk.tell(ToPerson(helper), replace(_task_card(desk, after, group, due_at), task_id=task_id))
    return True


async def pass_on(desk: Desk, before: Group, after: Group) -> None:
    """Others look after the group now: they are asked for what their predecessors were asked, and have not done."""
    for errand in await desk.store.errands.open_ones(after.id):
        asked = doers(errand, before, desk.company)
        helpers = [user for user in doers(errand, after, desk.company) if user not in asked]
        if errand.state is ErrandState.ASKED and helpers:
            await _hand_out(desk, errand, after, helpers, desk.company.pace.escalate_at(desk.now))


async def remind(desk: Desk, errand: Errand, group: Group) -> None:
    """Nobody answered in time: those who were asked are told once more, the asker and who appoints them, once."""
    if not await desk.store.errands.save(replace(errand, due_at=None), was=errand.state, by=desk.act):
        return
    company = desk.company
    helpers = doers(errand, group, company)
    what = wish(errand, group, company)
    for helper in helpers:
        desk.tell(ToPerson(helper), Text(f"{errand.cause} {what}：到时间还没有回音。请按之前那张卡片上的按钮。"))
    others = [user for user in dict.fromkeys([errand.asker, *appointers(group, company)]) if user not in helpers]
    for user in filter(company.is_here, others):
        words = f"到时间还没有人回音，已再次提醒 {names(company, helpers)}。你也可以直接找他们。"
        desk.tell(ToPerson(user), Text(f"{errand.cause} {what}：{words}"))


def doers(errand: Errand, group: Group, company: Company) -> tuple[UserId, ...]:
    """Who can do it in the client: the keeper who approved it, else all of them, or the owner for what only he may;
    else who appoints them, and so on.

    Who leaves of his own accord does it himself; nobody is asked to remove himself because others want it.
    """
    if errand.deed is Deed.REMOVE and errand.is_own_wish:
        return errand.people
    if errand.helper in group.keepers and company.is_here(errand.helper):
        return (errand.helper,)
    type_ = company.group_type(group.kind)
    by_role = [company.holders(role) for role in (*(type_.makers if type_ else ()), Role.WECOM_ADMIN)]
    keepers = [tuple(sorted(group.admins)), tuple(sorted(group.deputies)), appointers(group, company)]
    if errand.deed is Deed.MAKE:
        keepers = []
    elif errand.deed in (Deed.HAND_OVER, Deed.DISSOLVE) and group.owner:
        keepers = [(group.owner,), *keepers]
    barred = errand.people if errand.deed is Deed.REMOVE else ()
    for users in [*keepers, *by_role]:
        if here := tuple(user for user in users if company.is_here(user) and user not in barred):
            return here
    return (errand.asker,)


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """A button of the card that asks somebody to do it. Raises UserError."""
    errand = await ctx.store.errands.get(int(number))
    group = await ctx.store.groups.hold(errand.group) if errand else None
    if errand is None or group is None or press.key not in (DONE, CANNOT):
        raise unknown_button()
    title, by = wish(errand, group, ctx.company), ctx.sender.user_id
    if errand.state is not ErrandState.ASKED:
        return outcome(title, _how_it_ended(errand, ctx.company))
    if not _may_answer(by, errand, group, ctx.company):
        return outcome(title, f"这件事现在由 {names(ctx.company, doers(errand, group, ctx.company))} 来办，没有改动。")
    if not await (finish if press.key == DONE else give_up)(ctx, errand, group, by=by):
        return outcome(title, "刚刚有人回复过了。")
    told = f"，已告诉 {ctx.company.name_of(errand.asker)}" if errand.asker != by else ""
    state = ErrandState.DONE if press.key == DONE else ErrandState.FAILED
    return outcome(title, f"已记下：{state}{told}。{UNSEEN if _is_unseen(errand, group, state) else ''}")


def _may_answer(user: UserId, errand: Errand, group: Group, company: Company) -> bool:
    """Whoever has lost the post since he was asked may not: what he says is written into the registry."""
    if not company.is_here(user):
        return False
    if user in doers(errand, group, company) or right_over(user, group, company):
        return True
    return user in company.holders(Role.WECOM_ADMIN)


def _is_unseen(errand: Errand, group: Group, state: ErrandState) -> bool:
    return state is ErrandState.DONE and errand.moves_people and group.app_chat is None


def _how_it_ended(errand: Errand, company: Company) -> str:
    if errand.state is ErrandState.DROPPED:
        return "这件事已经不用办了。"
    by = company.name_of(errand.by) if errand.by else "应用"
    return f"{by} 已经回复过：{errand.state}。"


def _what(errand: Errand, group: Group, company: Company) -> str:
    if errand.deed is Deed.ADD and errand.is_own_wish:
        return f"拉你进{group.name}，"
    return f"{wish(errand, group, company).removeprefix('请')}，"


def _task_card(desk: Desk, errand: Errand, group: Group, due_at: datetime) -> Card:
    title = wish(errand, group, desk.company)
    asker = desk.company.name_of(errand.asker)
    parts = [errand.cause, *_details(errand, group, desk.company), f"{clock_time(due_at, desk.now)} 前"]
    said = "；".join(parts)
    return Card(
        title=title,
        desc=said,
        plain=f"{title}（{said}）。办好了请告诉 {asker}。",
        buttons=(Button("完成", DONE), Button("做不到", CANNOT, style=3)),
    )


def _details(errand: Errand, group: Group, company: Company) -> list[str]:
    if errand.deed is Deed.MAKE:
        whose = [f"部门：{'、'.join(group.departments)}"] if group.departments else []
        if others := group.admins - {errand.asker}:
            whose.append(f"群管理员：{some(company, others)}")
        return [*whose, f"成员：{some(company, group.insiders)}"]
    return [f"原因：{shown(errand.reason, 100)}"] if errand.reason else []
