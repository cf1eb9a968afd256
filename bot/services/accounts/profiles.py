"""Who came, and whether his profile is complete (S39–S41): asked of him on some days, told to his head on the last.

An account that nobody applied for is shown to the administrators once (D3§6).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.domain.accounts.account import Account, Origin, lacking
from bot.domain.accounts.seen import is_he
from bot.domain.accounts.works import Deed, Work, WorkState
from bot.domain.approvals.line import line_above
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.accounts.wording import department_named
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

JOB: Final = "account-profiles"
TOPIC: Final = "found-accounts"
CHECKED: Final = "checked"
LISTED: Final = 10
LONGEST_REST: Final = 15  # days
HOW: Final = "职务在企业微信「我 → 头像 → 个人信息」里看；自己改不了的，回复我「/确认资料」，我转给人力资源。"


async def look(desk: Desk) -> None:
    """Once a day: who is new, and who has still to complete what stands of him."""
    await take_note(desk)
    await _ask_for_the_rest(desk)


async def take_note(desk: Desk) -> None:
    """At the first look everybody was there before."""
    company, today = desk.company, desk.now.date()
    if not company.people:
        return
    known = await desk.store.accounts.known()
    here = [each for each in company.people if each.active]
    new = [each for each in here if each.user_id not in known]
    if not known:
        await desk.store.accounts.add([Account(each.user_id, Origin.BEFORE, today) for each in new], by=desk.act)
        return
    asked = {each.user_id for each in new if await _was_asked_for(desk, each)}
    found = [Account(each.user_id, Origin.ASKED if each.user_id in asked else Origin.FOUND, today) for each in new]
    if found:
        await desk.store.accounts.add(found, by=desk.act)
        await _show(desk, [each for each in new if each.user_id not in asked])


async def opened(desk: Desk, work: Work) -> None:
    """He is known from the moment that his account is there, with what was said of him."""
    newcomer = work.newcomer
    if work.deed is Deed.CREATE and newcomer:
        account = Account(
            work.user, Origin.ASKED, desk.now.date(), newcomer.employment, newcomer.until, newcomer.sponsor
        )
        await desk.store.accounts.put(account, by=desk.act)


async def _was_asked_for(desk: Desk, person: Person) -> bool:
    works = await desk.store.account_works.of_user(person.user_id, desk.now)
    if any(each.deed is Deed.CREATE and each.state is not WorkState.DROPPED for each in works):
        return True
    waiting = await desk.store.account_works.open_ones(desk.now)
    return any(each.newcomer is not None and is_he(person, each.newcomer) for each in waiting)


async def _show(desk: Desk, found: Sequence[Person]) -> None:
    if not found:
        return
    lines = [
        f"· {shown(each.name)}（{department_named(each.main_department, desk.company)}，账号 {each.user_id}）"
        for each in found[:LISTED]
    ]
    more = [f"……另有 {len(found) - LISTED} 个"] if len(found) > LISTED else []
    title = f"通讯录里多了 {len(found)} 个没有申请过的账号"
    how = "是公司的人就按「已核实」；不认识的，请先在管理后台停用，再问人力资源。"
    desc = "\n".join([*lines, *more, how])
    for user in desk.company.in_office(Role.WECOM_ADMIN):
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=str(len(found)), holder=user)
        card = Card(title, f"{title}：\n{desc}", desc=desc, buttons=(Button("已核实", CHECKED),))
        desk.tell(ToPerson(user), replace(card, task_id=task_id))


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    if ctx.sender.user_id not in ctx.company.in_office(Role.WECOM_ADMIN) or press.key != CHECKED:
        raise UserError(Code.NO_PERMISSION, "这件事由企业微信管理员核实，没有改动。", private=True)
    return outcome(f"没有申请过的账号（{number} 个）", f"已记下：{shown(ctx.sender.name)} 核实过。")


def days_since_work(desk: Desk) -> Sequence[date]:
    """Today and the days of rest before it: nobody is told on those, and nothing that fell on them is left out."""
    today, calendar = desk.now.date(), desk.company.pace.calendar
    days = [today]
    while not calendar.is_workday(days[-1] - timedelta(days=1)) and len(days) < LONGEST_REST:
        days.append(days[-1] - timedelta(days=1))
    return days


async def _ask_for_the_rest(desk: Desk) -> None:
    days = desk.company.accounts.remind_on
    since = days_since_work(desk)
    if not days:
        return
    late: dict[UserId, list[Person]] = {}
    for account in await desk.store.accounts.seen_since(since[-1] - timedelta(days=max(days))):
        person = desk.company.person(account.user)
        ages = {(day - account.seen_on).days for day in since} & set(days)
        if person is None or not person.active or not ages or account.origin is Origin.BEFORE:
            continue
        wanted = lacking(person, desk.company)
        if not wanted:
            continue
        words = f"你的企业微信资料还缺 {'、'.join(wanted)}，请这两天补上，同事才找得到你。{HOW}"
        desk.tell(ToPerson(person.user_id), Text(words))
        head = next(iter(line_above(desk.company, person.user_id)), None)
        if max(days) in ages and head and desk.company.is_here(head):
            late.setdefault(head, []).append(person)
    _tell_heads(desk, late)


def _tell_heads(desk: Desk, late: dict[UserId, list[Person]]) -> None:
    for head, people in sorted(late.items()):
        lines = [f"· {shown(each.name)}：缺 {'、'.join(lacking(each, desk.company))}" for each in people[:LISTED]]
        more = [f"……另有 {len(people) - LISTED} 位"] if len(people) > LISTED else []
        days = max(desk.company.accounts.remind_on)
        head_line = f"你部门新来的同事，到岗 {days} 天资料还没补全，请提醒一下："
        desk.tell(ToPerson(head), Text("\n".join([head_line, *lines, *more])))


def described(desk: Desk, person: Person) -> tuple[tuple[str, str], ...]:
    """What stands of somebody in the directory, as he is asked whether it is right."""
    company = desk.company
    head = next(iter(line_above(company, person.user_id)), None)
    departments = "、".join(department_named(each, company) for each in person.departments or (person.main_department,))
    return (
        ("姓名", shown(person.name)),
        ("部门", departments),
        ("职务", shown(person.position) or "（没有填）"),
        ("上级", shown(company.name_of(head)) if head else "（没有填）"),
    )
