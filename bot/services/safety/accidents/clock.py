"""What falls due for an accident and who is told: the hour within which it is reported, windows, days to apply by."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar.quiet import after_quiet, is_quiet
from bot.domain.dates import day_seen
from bot.domain.rights import Role
from bot.domain.safety.accidents.access import in_charge, unit_heads
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.deadlines import LEADS, due, injury_end, investigation_end, window_end
from bot.domain.safety.accidents.duty import head_knew, must_report
from bot.domain.safety.accidents.reports import CompanyLevel
from bot.domain.safety.accidents.statements import Topic
from bot.domain.timers import Timer
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.accidents.cases import JOB, case_of, plan, state
from bot.services.safety.accidents.scene import scene_words
from bot.services.safety.accidents.wording import bulletin
from bot.services.timers import set_timers
from bot.shapes.context import Context, JobContext
from bot.shapes.outgoing import Card, Text, ToPerson

TOPIC: Final = "case"  # of its cards
OPEN, HEADS, INTERNAL = "open", "heads", "internal"
AGAIN: Final = "+"  # behind a kind that rang at night
GRACE: Final = timedelta(minutes=5)  # in which a false alarm is closed before the unit's head is called to it
_GRAVE: Final = (CompanyLevel.DEATH, CompanyLevel.SERIOUS)


async def begin(desk: Desk, number: str) -> None:
    """An accident was reported, or stands again: what follows is done by the job, so that no report fails by it."""
    await set_timers(desk, JOB, number, {f"{OPEN}:{desk.now:%m%d%H%M%S}": desk.now})


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    """`bot.services.timers.Answer`"""
    accident = await ctx.store.accident_cases.hold(number)
    if accident is None:
        return
    case = case_of(ctx, accident, await ctx.store.accident_cases.said(number))
    if case.is_closed:
        return
    wanted = due(case, ctx.company.safety.accidents, ctx.company.pace.calendar)
    rung = await _awake(ctx, [each for each in timers if _kind(each) in wanted or _is_own(each.kind)])
    names = {each.kind.partition(":")[0] for each in rung}
    counts_down = any(name.startswith("hour-") for name in names) and OPEN not in names
    if OPEN in names:
        await _open(ctx, case)
    if HEADS in names:
        case = await _tell_heads(ctx, case, anew=not counts_down)
    if INTERNAL in names and not must_report(case, ctx.company.safety.accidents):
        await show(ctx, case, in_charge(ctx.company))
    if counts_down:
        await show(ctx, case, _everybody(ctx))
    _tell_of_days(ctx, case, names)


async def _awake(ctx: JobContext, timers: Sequence[Timer]) -> Sequence[Timer]:
    """Nobody is woken for what counts in days, where nobody was there at its hour: that is said in the morning."""
    quiet = ctx.company.pace.calendar.quiet
    if ctx.now.time() not in quiet:
        return timers
    later = [each for each in timers if _counts_days(each.kind)]
    day = ctx.now.date() + timedelta(days=ctx.now.time() >= quiet.begins)
    morning = datetime.combine(day, quiet.ends, ctx.now.tzinfo)
    for each in later:
        await set_timers(ctx, JOB, each.subject, {f"{each.kind}{AGAIN}": morning})
    return [each for each in timers if each not in later]


async def show(desk: Desk, case: Case, users: Iterable[UserId], *, first: str = "", but: UserId | None = None) -> None:
    """The case's card to each of them."""
    for user in dict.fromkeys(users):
        if user != but:
            desk.tell(ToPerson(user), await _card(desk, case, user, first))


async def card_for(ctx: Context, case: Case, *, first: str = "") -> Card:
    """The case's card for who asks."""
    return await _card(ctx, case, ctx.sender.user_id, first)


async def _card(desk: Desk, case: Case, user: UserId, first: str) -> Card:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=case.number, holder=user)
    head = not head_knew(case) and user in unit_heads(desk.company)
    return bulletin(case, desk.company.safety.accidents, desk.now, task_id, first=first, head=head)


async def alert(desk: Desk, case: Case, *, first: str, but: UserId | None = None) -> None:
    """Something that who heads the unit has to know too."""
    await show(desk, case, _everybody(desk), first=first, but=but)


async def _open(ctx: JobContext, case: Case) -> None:
    rules = ctx.company.safety.accidents
    await plan(ctx, case)
    if must_report(case, rules):
        at = ctx.now if case.company_level in _GRAVE else max(ctx.now, case.accident.reported_at + GRACE)
        await set_timers(ctx, JOB, case.number, {f"{HEADS}:{at:%m%d%H%M}": at})
        await show(ctx, case, in_charge(ctx.company))
        for user in in_charge(ctx.company):
            ctx.tell(ToPerson(user), Text(scene_words(case, rules)))
    elif case.company_level is not CompanyLevel.NEAR_MISS and not (case.tally.is_harmless and not case.tally.hurt):
        await _open_internally(ctx, case)


async def _open_internally(ctx: JobContext, case: Case) -> None:
    if is_quiet(ctx.now, ctx.company.pace.calendar):
        at = after_quiet(ctx.now, ctx.company.pace.calendar)
        await set_timers(ctx, JOB, case.number, {f"{INTERNAL}:{at:%m%d%H%M}": at})
    else:
        await show(ctx, case, in_charge(ctx.company))


async def _tell_heads(ctx: JobContext, case: Case, *, anew: bool) -> Case:
    """Unless one of them has taken it himself, or has said that he knows. `anew`: they don't get its card anyway."""
    taken = case.accident.taken_by
    if taken in unit_heads(ctx.company) and taken and case.accident.taken_at and not head_knew(case):
        at = case.accident.taken_at.astimezone(ctx.now.tzinfo)
        case = await state(ctx, case, Topic.HEAD_KNEW, at.isoformat(), by=taken)
    were_alerted = case.grade is not None and case.up_to(0).grade is None
    if anew and must_report(case, ctx.company.safety.accidents) and not (head_knew(case) or were_alerted):
        await show(ctx, case, unit_heads(ctx.company))
    return case


def _tell_of_days(ctx: JobContext, case: Case, names: Iterable[str]) -> None:
    """What ends soon, in one message to each; work injuries are the business of the human resources too."""
    due_now = {name.partition("-")[0] for name in names}
    injury = [_injury(ctx, case)] if "injury" in due_now else []
    lines = [*([_window(ctx, case)] if "window" in due_now else []), *injury]
    if "investigation" in due_now:
        lines.append(_investigation(ctx, case))
    keepers = in_charge(ctx.company)
    office = tuple(user for user in ctx.company.serving(Role.HR) if user not in keepers)
    for users, words in ((keepers, lines), (office, injury)):
        for user in users if words else ():
            ctx.tell(ToPerson(user), Text("\n".join(words)))


def _window(ctx: JobContext, case: Case) -> str:
    end = day_seen(window_end(case), ctx.now.date())
    days = case.channel.window_days
    how = f"伤亡有变化就补报，发 /事故资料 {case.number} 记下；没有变化不用办。"
    return f"{case.number} 的补报期（{days} 天）到{end}为止。{how}"


def _investigation(ctx: JobContext, case: Case) -> str:
    end = day_seen(investigation_end(case), ctx.now.date())
    how = f"有结论就发 /事故调查 {case.number} 结论 加上内容，来不及发 /事故调查 {case.number} 延期 到哪天 原因。"
    return f"{case.number} 的调查报告最晚{end}提交。{how}"


def _injury(ctx: JobContext, case: Case) -> str:
    end = day_seen(injury_end(case), ctx.now.date())
    how = f"申请了就发 /事故资料 {case.number} 工伤申请 加上日期。"
    return f"{case.number} 有人受伤，单位最晚{end}申请工伤认定（30 天）。{how}"


def _everybody(desk: Desk) -> tuple[UserId, ...]:
    return (*in_charge(desk.company), *unit_heads(desk.company))


def _is_own(kind: str) -> bool:
    return kind.startswith((OPEN, HEADS, INTERNAL))


def _kind(timer: Timer) -> str:
    return timer.kind.rstrip(AGAIN)


def _counts_days(kind: str) -> bool:
    return kind.partition("-")[0] in LEADS
