"""A round is opened for somebody, who gets its card; whoever it was planned for is reminded."""

from dataclasses import replace
from datetime import datetime, time
from typing import Final

from bot.domain.rights import Role
from bot.domain.safety.areas import area_of, contacts
from bot.domain.safety.inspections.checklist import Checklist
from bot.domain.safety.inspections.rounds import PREFIX, REMINDED, InspectionPlan, Round, climbs_at, until
from bot.errors import Code, Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.inspections import wording
from bot.services.timers import set_timers
from bot.shapes.context import Context
from bot.shapes.outgoing import Card, Text, ToPerson
from bot.shapes.replies import Reply

JOB: Final = "inspection-clock"
TOPIC: Final = "inspection"
REMIND, LATE, CLIMB = "remind", "late", "climb"
INSPECTORS: Final = (Role.SAFETY_ADMIN, Role.DEPT_HEAD, Role.EXECUTIVE)  # beside whose the place is


async def start(ctx: Context, checklist: Checklist, place: str) -> Reply:
    """A round that nobody planned, for whoever wants to make it. Raises UserError."""
    user = ctx.sender.user_id
    await _ensure_may(ctx, place)
    midnight = datetime.combine(ctx.now.date(), time(), ctx.now.tzinfo)
    for each in await ctx.store.inspections.of_inspector(user, since=midnight):
        if not each.is_done and (each.checklist, each.place) == (checklist.name, place):
            return Reply(await issued(ctx, each, wording.boxes_card(each)))
    round_ = await open_round(ctx, checklist, place, user)
    return Reply(await issued(ctx, round_, wording.boxes_card(round_)))


async def open_round(desk: Desk, checklist: Checklist, place: str, inspector: UserId, plan: str = "") -> Round:
    round_ = Round(
        number=await desk.store.numbers.next(PREFIX, desk.now.date()),
        checklist=checklist.name,
        items=checklist.items,
        place=place,
        inspector=inspector,
        opened_at=desk.now,
        due=until(desk.now, desk.company.pace.calendar),
        plan=plan,
        area=area_of(place, desk.company, inspector).name,
    )
    await desk.store.inspections.open(round_, by=desk.act)
    return round_


async def begin(desk: Desk, plan: InspectionPlan, checklist: Checklist, inspector: UserId) -> Round:
    """One of a plan: whoever makes it is told, and reminded."""
    round_ = await open_round(desk, checklist, plan.place, inspector, plan.number)
    climb = climbs_at(round_.due, desk.company.pace.calendar)
    await set_timers(desk, JOB, round_.number, {REMIND: round_.due - REMINDED, LATE: round_.due, CLIMB: climb})
    desk.tell(ToPerson(inspector), await issued(desk, round_, wording.boxes_card(round_)))
    return round_


async def issued(desk: Desk, round_: Round, card: Card) -> Card:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=round_.number, holder=round_.inspector)
    return replace(card, task_id=task_id)


async def find(desk: Desk, number: str) -> Round:
    """Raises UserError."""
    round_ = await desk.store.inspections.get(number)
    if round_ is None:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的检查。发 /检查记录 看有哪些。")
    return round_


async def keep(desk: Desk, before: Round, after: Round) -> Round:
    """Raises Overtaken where somebody was quicker."""
    if not await desk.store.inspections.save(after, was=before.version, by=desk.act):
        raise Overtaken(before.number)
    return after


def owners(desk: Desk, round_: Round) -> tuple[UserId, ...]:
    """Whose the place is, the nearest first, but for who looks at it."""
    found = contacts(area_of(round_.place, desk.company, round_.inspector), desk.company)
    return tuple(each for each in found if each != round_.inspector)


def tell(desk: Desk, users: tuple[UserId, ...], words: str) -> None:
    for user in dict.fromkeys(users):
        desk.tell(ToPerson(user), Text(words))


async def _ensure_may(ctx: Context, place: str) -> None:
    user = ctx.sender.user_id
    if user in ctx.company.serving(*INSPECTORS) or user in contacts(area_of(place, ctx.company), ctx.company):
        return
    plans = (*ctx.company.safety.inspections.plans, *await ctx.store.inspections.plans())
    if any(each.inspector == user for each in plans):
        return
    raise UserError(
        Code.NO_PERMISSION,
        "按表检查由安全管理员、部门负责人、区域负责人和计划里的检查人做。你看到问题，直接告诉我哪里、什么情况。",
    )
