"""Who is reminded of hazards is told of all of them at once: one as its card, several as a list to pick from.

What the clock of each hazard brings up at one moment is collected by person, as timers of a job of its own (decision
41): so each is said once, whatever dies in between, and somebody's list that fails holds up nobody else's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.safety.hazards.deadlines import Due, kind_of
from bot.domain.safety.hazards.hazard import Hazard
from bot.domain.safety.hazards.reminders import OVERTAKEN, To, holds
from bot.domain.timers import Timer
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import TaskId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards.looking_back import looked
from bot.services.safety.hazards.mine import card_for
from bot.services.safety.hazards.reminder_words import sentence, short
from bot.services.timers import set_timers
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Select, ToPerson
from bot.shapes.replies import Reply

JOB: Final = "hazard-reminders"
TOPIC: Final = "hazard-digest"
OPEN, WHICH = "open", "which"
MOST: Final = 8  # lines that fit on a card (1024 bytes)


@dataclass(frozen=True, slots=True)
class Reminder:
    """Of one hazard; `why` in the order in which it is said."""

    hazard: Hazard
    why: tuple[tuple[Due, To], ...]


async def remind(ctx: JobContext, hazard: Hazard, users: Sequence[UserId], kind: str, to: To) -> None:
    """Each of them, with whatever else comes up for him at this moment. `kind`: of the hazard's timer that rang."""
    for user in users:
        await set_timers(ctx, JOB, user, {f"{hazard.number} {kind} {to}": ctx.now})


async def answer(ctx: JobContext, subject: str, timers: Sequence[Timer]) -> None:
    """`bot.services.timers.Answer`: all that somebody is to be reminded of now."""
    user = UserId(subject)
    found = await _reminders(ctx, timers)
    if not found or not ctx.company.is_here(user):
        return
    if len(found) == 1:
        said = [sentence(found[0].hazard, due, to, ctx.company, ctx.now) for due, to in found[0].why]
        card = await card_for(ctx, found[0].hazard, user, list(dict.fromkeys(said)))
    else:
        task_id = await ctx.store.cards.issue(topic=TOPIC, subject=ctx.now.isoformat(), holder=user)
        card = _list(ctx, found, task_id=task_id)
    ctx.tell(ToPerson(user), card)


async def pressed(ctx: Context, moment: str, press: Press) -> Reply:
    """One of the list: its card is said beside, and what is left of the list stays. Raises UserError."""
    user, at = ctx.sender.user_id, datetime.fromisoformat(moment)
    picked = next(iter(press.selected.get(WHICH, ())), "")
    rang = [each for each in await ctx.store.timers.of(JOB, user) if each.rung == at]
    found = await _reminders(ctx, rang)
    chosen = next((each for each in found if each.hazard.number == picked), None)
    if press.key != OPEN or (found and not picked):
        raise UserError(Code.MISSING_ARG, "先在下拉里选一条，再按「打开」。")
    if chosen:
        said = [sentence(chosen.hazard, due, to, ctx.company, ctx.now) for due, to in chosen.why]
        ctx.tell(ToPerson(user), await card_for(ctx, chosen.hazard, user, list(dict.fromkeys(said))))
    if not found:
        words = "这些都有人办过了，不用再看。"
        return Reply(Card(title="隐患提醒", desc=words, plain=words))
    return Reply(_list(ctx, found))


async def _reminders(desk: Desk, timers: Sequence[Timer]) -> list[Reminder]:
    """What still holds of them, the most pressing first."""
    why: dict[str, dict[tuple[Due, To], None]] = {}
    for timer in timers:
        number, kind, to = timer.kind.split(" ")
        why.setdefault(number, {})[kind_of(kind.rstrip("+")), To(to)] = None
    hazards = [hazard for number in why if (hazard := await desk.store.hazards.get(number))]
    found = [Reminder(each, _left(each, why[each.number])) for each in hazards]
    kept = [each for each in found if each.why and not await _is_done(desk, each)]
    today = desk.now.date()
    return sorted(kept, key=lambda each: (not each.hazard.is_major, each.hazard.plan.due or today, each.hazard.number))


def _left(hazard: Hazard, why: Mapping[tuple[Due, To], None]) -> tuple[tuple[Due, To], ...]:
    dues = {due for due, _ in why}
    return tuple((due, to) for due, to in why if holds(hazard, due) and OVERTAKEN.get(due) not in dues)


async def _is_done(desk: Desk, reminder: Reminder) -> bool:
    return any(due is Due.LOOK_BACK for due, _ in reminder.why) and await looked(desk, reminder.hazard)


def _list(desk: Desk, found: Sequence[Reminder], *, task_id: TaskId | None = None) -> Card:
    title = f"有 {len(found)} 条隐患要你看"
    lines = [f"{place}. {_line(desk, each)}" for place, each in enumerate(found[:MOST], 1)]
    rest = [f"还有 {len(found) - MOST} 条，办完上面的再按「打开」就会出来。"] if len(found) > MOST else []
    listed = "\n".join([*lines, *rest])
    options = {each.hazard.number: _option(each.hazard) for each in found[:MOST]}
    return Card(
        title=title,
        desc=listed,
        plain=f"{title}：\n{listed}\n看一条发「/隐患进度 编号」，例如 /隐患进度 {found[0].hazard.number}。",
        select=Select(WHICH, "看哪一条", options, selected=next(iter(options))),
        buttons=(Button("打开", OPEN),),
        task_id=task_id,
    )


def _line(desk: Desk, reminder: Reminder) -> str:
    hazard = reminder.hazard
    why = "，".join(dict.fromkeys(short(hazard, due, to, desk.company, desk.now) for due, to in reminder.why))
    grade = "重大 " if hazard.is_major else ""
    return f"{grade}{shown(hazard.facts.place, 8)} {shown(hazard.facts.text, 10)}：{why}"


def _option(hazard: Hazard) -> str:
    return f"{hazard.number[-3:]} {shown(hazard.facts.place, 5)} {shown(hazard.facts.text, 5)}"[:16]
