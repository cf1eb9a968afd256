"""What the calendar asks of people who answer for something: they press that it is done, and who didn't is listed."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from bot.domain.rights import Role
from bot.domain.safety.calendar.entry import Entry, Occasion
from bot.domain.timers import Timer
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.calendar import composing
from bot.services.safety.dept_reports import wanting
from bot.services.timers import ring, set_timers
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "safety-done"
JOB: Final = "safety-done"
DONE: Final = "done"
LOOK_AT: Final = time(9, 30)  # of the next working day: who hasn't pressed is reminded and listed
_MISSING: Final = "missing"


async def ask(ctx: JobContext, user: UserId, occasion: Occasion) -> None:
    """A card to one of those who are asked; when it is looked at who has answered."""
    title, words = composing.filled(ctx, occasion)
    subject = _subject(occasion.entry, occasion.day)
    if occasion.entry.report:
        await wanting.ask(ctx, user, occasion.entry, occasion.day, words)
    else:
        await _send(ctx, user, subject, title, words)
    look = datetime.combine(ctx.company.pace.calendar.next_workday(occasion.day), LOOK_AT, ctx.now.tzinfo)
    await set_timers(ctx, JOB, subject, {_MISSING: look})


async def _send(ctx: JobContext, user: UserId, subject: str, title: str, words: str) -> None:
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=subject, holder=user)
    button = Button("办好了", DONE)
    plain = f"{title}\n{words}\n办好了，到手机或电脑上的企业微信里按卡片上的按钮。"
    ctx.tell(ToPerson(user), Card(title=title, desc=words, plain=plain, buttons=(button,), task_id=task_id))


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    entry, on = _read(ctx, subject)
    if press.key != DONE or entry is None:
        raise UserError(Code.UNSUPPORTED, "这件事已经不用确认了，什么都没有改动。")
    await ctx.store.safety_calendar.confirm(entry.name, on, ctx.sender.user_id, by=ctx.act)
    return outcome("记下了", "已经记下你办好了，谢谢。有变动，直接告诉安全管理员。")


async def look(ctx: JobContext) -> None:
    """Reminds and lists those who haven't pressed."""
    await ring(ctx, JOB, _list_missing)


async def _list_missing(ctx: JobContext, subject: str, timers: Sequence[Timer]) -> None:
    entry, on = _read(ctx, subject)
    if entry is None or not isinstance(entry.to, tuple):
        return
    if entry.report:
        await wanting.list_missing(ctx, entry, on)
        return
    done = await ctx.store.safety_calendar.confirmed(entry.name, on)
    missing = [user for user in ctx.company.serving(*entry.to) if user not in done]
    if not missing:
        return
    for user in missing:
        words = f"「{entry.name}」还没收到你的回复。办好了，请按上次那张卡片上的「办好了」；有困难直接告诉安全管理员。"
        ctx.tell(ToPerson(user), Text(words))
    names = "、".join(ctx.company.name_of(user) for user in missing)
    for officer in ctx.company.serving(Role.SAFETY_ADMIN):
        ctx.tell(
            ToPerson(officer), Text(f"「{entry.name}」还有 {len(missing)} 人没回：{names}。已经提醒过，请你再问一声。")
        )


def _subject(entry: Entry, on: date) -> str:
    return f"{on.isoformat()} {entry.name}"


def _read(desk: Desk, subject: str) -> tuple[Entry | None, date]:
    """None where an operator has taken the entry out since."""
    on, _, name = subject.partition(" ")
    return desk.company.safety_year.entries.get(name), date.fromisoformat(on)
