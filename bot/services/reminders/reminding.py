"""Somebody is told something at a time. Others' rest is respected, when it is asked for and when it rings."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Final

from bot.domain.calendar.quiet import after_quiet
from bot.domain.company import Company
from bot.domain.dates import clock_time, full_day
from bot.domain.people import Person
from bot.domain.reminders.reminder import AHEAD, PREFIX, Reminder, ReminderState, ensure_fit, ensure_room
from bot.domain.reminders.whom import may_remind
from bot.domain.timers import Timer
from bot.domain.wording import quote_user, shown
from bot.errors import Code, Overtaken, UserError
from bot.identifiers import TaskId
from bot.services.approvals.kinds import Desk
from bot.services.timers import call_off, set_timers
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Content, Text, ToPerson
from bot.shapes.replies import Reply, outcome

JOB: Final = "reminder-clock"
TOPIC: Final = "reminder"
TITLE: Final = "提醒"
DONE: Final = "done"
DUE: Final = "due"
LATE: Final = timedelta(hours=1)
NOT_YOURS: Final = "只能提醒自己，和你负责的同事：本部门的、你管的群里的。要请别的同事办事，直接发消息给对方。"


async def ask(ctx: Context, people: Sequence[Person], at: datetime, text: str) -> str:
    """Raises UserError; then nobody is reminded."""
    ensure_possible(ctx.sender, people, at, text, ctx.company, ctx.now)
    numbers = [await _ask(ctx, person, at, text) for person in people]
    whom = "、".join("你" if each.user_id == ctx.sender.user_id else ctx.company.told_apart(each) for each in people)
    when = said_at(at, ctx.now)
    return f"记下了，{when} 提醒{whom}：{shown(text, 60)}。不用了发 /取消提醒 {numbers[0]}{_others(numbers)}。"


def _others(numbers: Sequence[str]) -> str:
    """Each is called off by its own."""
    return f"，其余的是 {'、'.join(numbers[1:])}" if numbers[1:] else ""


def ensure_possible(
    sender: Person, people: Sequence[Person], at: datetime, text: str, company: Company, now: datetime
) -> None:
    """As far as the company in memory tells. Raises UserError."""
    if not all(may_remind(sender, each, company) for each in people):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    ensure_fit(text)
    if at <= now:
        raise UserError(Code.PAST_DATE, f"{said_at(at, now)} 已经过去了，请写一个还没到的时间。")
    if at > now + AHEAD:
        raise UserError(Code.INVALID_RANGE, "提醒最远到一年以后，请写近一点的时间。")
    free = after_quiet(at, company.pace.calendar)
    if free > at and any(each.user_id != sender.user_id for each in people):
        words = f"{said_at(at, now)} 是休息时间，不打扰同事。改到{said_at(free, now)} 以后再发一次。"
        raise UserError(Code.QUIET_HOURS, words)


async def _ask(ctx: Context, person: Person, at: datetime, text: str) -> str:
    reminders = ctx.store.reminders
    me, user = ctx.sender.user_id, person.user_id
    day = datetime.combine(at.date(), time(), at.tzinfo)
    that_day = await reminders.between(user, day, day + timedelta(days=1), ctx.now)
    if same := next((each for each in that_day if (each.asker, each.text, each.at) == (me, text, at)), None):
        raise UserError(Code.DUPLICATE, f"已经有这条提醒了：{same.number}。看全部发 /我的提醒。")
    waiting = len(await reminders.waiting_of(me, ctx.now))
    ensure_room(me, user, waiting, that_day, ctx.company.told_apart(person))
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    await reminders.add(Reminder(number, me, user, text, at), by=ctx.act)
    await set_timers(ctx, JOB, number, {DUE: at})
    return number


async def listed(ctx: Context) -> str:
    """What he asked for and is still to come."""
    waiting = await ctx.store.reminders.waiting_of(ctx.sender.user_id, ctx.now)
    if not waiting:
        return "没有等着的提醒。要提醒自己，发 /提醒 我 明天9点 交巡检表。"
    rows = [f"· {each.number} {said_at(each.at, ctx.now)} {_whom(each, ctx)}：{shown(each.text)}" for each in waiting]
    return "\n".join(["等着的提醒", *rows, "不用了发 /取消提醒 编号。"])


def _whom(reminder: Reminder, desk: Desk) -> str:
    return "提醒你" if reminder.own else f"提醒{desk.company.name_of(reminder.user)}"


async def cancel(ctx: Context, number: str) -> str:
    """Raises UserError. Others' are not there for him."""
    reminder = await ctx.store.reminders.get(number, ctx.now)
    if reminder is None or reminder.asker != ctx.sender.user_id:
        raise UserError(Code.NOT_FOUND, f"你没有编号是 {number} 的提醒。看全部发 /我的提醒。")
    if not _waits(reminder) or not await ctx.store.reminders.settle(reminder, ReminderState.CANCELLED, by=ctx.act):
        raise UserError(Code.BAD_STATE, f"{number} {reminder.state}，不用取消。")
    await call_off(ctx, JOB, number)
    return f"取消了：{said_at(reminder.at, ctx.now)} {_whom(reminder, ctx)} {shown(reminder.text)}。"


def _waits(reminder: Reminder) -> bool:
    return reminder.state is ReminderState.WAITING


async def answer(ctx: JobContext, cases: Sequence[Sequence[Timer]]) -> None:
    """What rings. Who has left isn't told, nor anybody on behalf of who has left. At nine o'clock thousands may be due:
    those that are told are written down by a few statements, however many they are."""
    kinds = {timers[0].subject: timers[-1].kind for timers in cases}
    now = list[Reminder]()
    for reminder in filter(_waits, await ctx.store.reminders.some(kinds, ctx.now)):
        free = ctx.now if reminder.own else after_quiet(ctx.now, ctx.company.pace.calendar)
        if not _stands(reminder, ctx.company):
            await _lapse(ctx, reminder)
        elif free > ctx.now:
            await set_timers(ctx, JOB, reminder.number, {f"{kinds[reminder.number]}+": free})
        else:
            now.append(reminder)
    await _tell(ctx, now)


def _stands(reminder: Reminder, company: Company) -> bool:
    """Nobody is told anything for who has left or is suspended; of one's own the latter is no hindrance."""
    asker, target = company.person(reminder.asker), company.person(reminder.user)
    if asker is None or target is None or not may_remind(asker, target, company):
        return False
    return company.is_here(asker.user_id) if reminder.own else company.decides(asker.user_id)


async def _tell(ctx: JobContext, reminders: Sequence[Reminder]) -> None:
    """Raises Overtaken where one was called off meanwhile."""
    if reminders and not await ctx.store.reminders.settle_all(reminders, ReminderState.TOLD, by=ctx.act):
        raise Overtaken("a reminder was called off while it rang")
    holders = {each.number: each.user for each in reminders if not each.own}
    cards = await ctx.store.cards.issue_all(topic=TOPIC, holders=holders)
    for each in reminders:
        ctx.tell(ToPerson(each.user), _said(each, cards.get(each.number), ctx))


def _said(reminder: Reminder, card: TaskId | None, ctx: JobContext) -> Content:
    """`card`: of others' reminders, which are answered."""
    late = f"（原定 {said_at(reminder.at, ctx.now)}）" if ctx.now - reminder.at > LATE else ""
    if card is None:
        return Text(f"提醒你{late}：{quote_user(reminder.text)}")
    words = f"{ctx.company.name_of(reminder.asker)} 提醒你{late}：{quote_user(reminder.text)}"
    return Card(title=TITLE, desc=words, plain=words, buttons=(Button("办好了", DONE),), task_id=card)


async def _lapse(ctx: JobContext, reminder: Reminder) -> None:
    await ctx.store.reminders.settle(reminder, ReminderState.LAPSED, by=ctx.act)
    if ctx.company.is_here(reminder.asker):
        name = ctx.company.name_of(reminder.user)
        words = f"{reminder.number} 没有提醒{name}：对方已经离职，或者现在不归你提醒。"
        ctx.tell(ToPerson(reminder.asker), Text(words))


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Whoever asked hears once that it is done. Raises UserError."""
    reminder = await ctx.store.reminders.get(subject, ctx.now)
    if reminder is None or reminder.user != ctx.sender.user_id or press.key != DONE:
        raise UserError(Code.NOT_FOUND, "这条提醒已经没有了，什么都没有改动。")
    if reminder.state is not ReminderState.TOLD:
        return outcome(TITLE, "已经记过：办好了。")
    if await ctx.store.reminders.settle(reminder, ReminderState.DONE, by=ctx.act) and ctx.company.is_here(
        reminder.asker
    ):
        words = f"{ctx.company.name_of(reminder.user)} 办好了你提醒的事：{shown(reminder.text)}。"
        ctx.tell(ToPerson(reminder.asker), Text(words))
    return outcome(TITLE, f"办好了，已告诉{ctx.company.name_of(reminder.asker)}：{shown(reminder.text)}。")


def said_at(at: datetime, now: datetime) -> str:
    return clock_time(at, now) if at.year == now.year else f"{full_day(at.date())} {at:%H:%M}"
