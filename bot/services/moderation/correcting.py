"""What a step asks for beside itself, where the text says so: that somebody puts right what he did, with the rule and a
day (D3§15 and others), and that those above him hear of it (D12§五).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.moderation.cases.case import MADE, Case, Noted
from bot.domain.moderation.cases.measures import Doing, Effect, Measure
from bot.domain.moderation.ladder import Standing
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation.circulating import circulate
from bot.services.moderation.clock import answer_in_time
from bot.services.moderation.teaching import teach
from bot.services.moderation.wording import name_of_group, step_taken
from bot.services.privacy.briefly import keep_briefly
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "moderation-correction"
DONE: Final = "done"
DAYS: Final = 3  # working days, as many as there are to appeal
_REMINDED_AT: Final = time(9)  # of the last of them


async def follow(desk: Desk, case: Case, standing: Standing) -> None:
    await teach(desk, case)
    circulate(desk, case, standing)
    step = step_taken(case, standing)
    if step is None or not desk.company.is_here(case.target):
        return
    if step.corrects:
        await _ask(desk, case)
    if step.reports_up and not standing.advisory and not case.about.of_hr_alone:
        words = _for_those_above(desk, case, standing.pack.cite(step.clause))
        above = tuple(_above(desk, case))
        for user in above:
            desk.tell(ToPerson(user), Text(words))
        await keep_briefly(desk, *above)


async def _ask(desk: Desk, case: Case) -> None:
    last = desk.company.pace.calendar.add_workdays(desk.now.date(), DAYS)
    due = datetime.combine(last, _REMINDED_AT, desk.now.tzinfo)
    asked = Measure(case.number, Doing.CORRECT, case.target, case.group, Effect.REQUESTED, desk.now, due_at=due)
    asked = await desk.store.measures.add(asked, by=desk.act)
    await _hand(desk, case, asked)
    await answer_in_time(desk, asked)


async def _hand(desk: Desk, case: Case, asked: Measure) -> None:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=str(asked.id), holder=case.target)
    desk.tell(ToPerson(case.target), replace(_card(desk, case, asked), task_id=task_id))


def _card(desk: Desk, case: Case, asked: Measure) -> Card:
    pack = desk.company.moderation.pack(case.pack, case.pack_version)
    rule = f"《{pack.document}》不许：{case.about.about}。" if pack and pack.forbidding(case.about) else ""
    until = f"{day_seen(asked.due_at.date(), desk.now.date())}前" if asked.due_at else "今天"
    title, desc = f"请改正：{case.about.name}", f"{case.number}。{rule}{until}改好，按一下。不同意照样可以申诉。"
    return Card(title, f"{title}（{desc}）", desc=desc, buttons=(Button("已改正", DONE),))


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    asked = await ctx.store.measures.get(int(subject), ctx.now)
    case = await ctx.store.cases.get(asked.case, ctx.now) if asked else None
    if asked is None or case is None or press.key != DONE:
        raise unknown_button()
    if ctx.sender.user_id != asked.target:
        raise UserError(Code.NO_PERMISSION, "这要本人来按，没有改动。")
    title = f"{case.number} 改正"
    if not asked.waits:
        return outcome(title, "这件事已经有结果，不用再按。")
    after = asked.answered(ctx.sender.user_id, ctx.now, done=True)
    if not await ctx.store.measures.save(after, was=Effect.REQUESTED, by=ctx.act):
        return outcome(title, "这件事已经有结果，不用再按。")
    await ctx.store.cases.note(case.number, Noted.DONE, after.doing, by=ctx.act)
    if ctx.company.is_here(case.actor):
        ctx.tell(ToPerson(case.actor), Text(f"{case.number} {ctx.company.name_of(case.target)} 说已经改正。"))
    return outcome(title, "已记下，谢谢。")


async def remind(desk: Desk, case: Case, asked: Measure) -> None:
    """Once, on the last day; whoever decided hears that nothing was said."""
    await _hand(desk, case, replace(asked, due_at=None))
    if desk.company.is_here(case.actor):
        words = f"{case.number} {desk.company.name_of(case.target)} 还没有说改正了，已再提醒一次。"
        desk.tell(ToPerson(case.actor), Text(words))


async def drop(desk: Desk, case: Case) -> None:
    """It doesn't stand any more: there is nothing to put right, or to learn."""
    for each in await desk.store.measures.of(case.number, desk.now):
        if each.doing in (Doing.CORRECT, Doing.LEARN) and each.waits:
            await desk.store.measures.save(each.over(desk.now), was=Effect.REQUESTED, by=desk.act)


def _above(desk: Desk, case: Case) -> Iterator[UserId]:
    person = desk.company.person(case.target)
    department = desk.company.department_of(person) if person else None
    leaders = (*(person.leaders if person else ()), *(department.leaders if department else ()))
    knows = (case.target, case.actor, case.approver)
    yield from (user for user in dict.fromkeys(leaders) if user not in knows and desk.company.is_here(user))


def _for_those_above(desk: Desk, case: Case, clause: str) -> str:
    name, where = desk.company.name_of(case.target), name_of_group(case, desk.company)
    what = f"{case.number} {name}因「{case.about.name}」{MADE[case.kind]}（{where}，第 {case.count} 次）。"
    return f"{what}按{clause}告诉上级：请私下提醒，别在群里说。"
