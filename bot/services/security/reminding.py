"""Everybody is reminded to change his passwords, and reads a short lesson a month; a press says that he has.

The bot can't read a password's age (S50): it reminds by the calendar, at a time when people are at work, and never asks
for a password nor sends a link, which the card says.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.calendar.quiet import after_quiet
from bot.domain.security.lessons import lesson_of
from bot.domain.timers import Timer
from bot.errors import unknown_button
from bot.identifiers import ANYBODY
from bot.services.many import tell_many
from bot.services.timers import call_off, ring, set_timers
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card
from bot.shapes.replies import Reply, outcome

JOB: Final = "security-reminder"
TOPIC: Final = "security-reminder"
PASSWORDS, LESSON = "passwords", "lesson"
SEEN: Final = "seen"
AT: Final = time(10)
NO_LINK: Final = "这张卡片没有链接，也不会问你密码。"
CHANGE_IT: Final = "企业微信、邮箱、OA 的密码 {days} 天换一次。换成没用过的、别处不用的，不写下来，不告诉任何人。"


async def go_round(ctx: JobContext) -> None:
    """What is to come is entered, and what is due is said."""
    for subject in (PASSWORDS, LESSON):
        await _plan(ctx, subject)
    await ring(ctx, JOB, _say)


async def _plan(ctx: JobContext, subject: str) -> None:
    """The first one comes after a whole interval: whoever has just begun with the bot has other things to read."""
    known = await ctx.store.timers.of(JOB, subject)
    last = max((each.due for each in known if each.rung), default=ctx.now).astimezone(ctx.now.tzinfo)
    due = _next(ctx, subject, last)
    if due is None:
        await call_off(ctx, JOB, subject)
    elif not any(each.waits for each in known):
        await set_timers(ctx, JOB, subject, {f"{due:%Y-%m-%d}": due})


def _next(ctx: JobContext, subject: str, last: datetime) -> datetime | None:
    """None: it is switched off."""
    rules = ctx.company.security
    if subject == PASSWORDS:
        day = last.date() + rules.passwords if rules.passwords else None
    else:
        day = _next_month(last.date(), rules.lesson_on) if rules.lesson_on else None
    if day is None:
        return None
    return after_quiet(datetime.combine(day, AT, ctx.now.tzinfo), ctx.company.pace.calendar)


def _next_month(last: date, on: int) -> date:
    first = (last.replace(day=1) + timedelta(days=32)).replace(day=on)
    return last.replace(day=on) if last.day < on else first


async def _say(ctx: JobContext, subject: str, timers: Sequence[Timer]) -> None:
    """Once, however long nobody was there to say it."""
    day = timers[-1].due.astimezone(ctx.now.tzinfo).date()
    users = [each.user_id for each in ctx.company.people if each.active]
    if users:
        task_id = await ctx.store.cards.issue(topic=TOPIC, subject=f"{subject}:{day}", holder=ANYBODY)
        tell_many(ctx, users, replace(_card(ctx, subject, day), task_id=task_id))
    if due := _next(ctx, subject, ctx.now):
        await set_timers(ctx, JOB, subject, {f"{due:%Y-%m-%d}": due})


def _card(ctx: JobContext, subject: str, day: date) -> Card:
    if subject == PASSWORDS:
        days = ctx.company.security.passwords.days if ctx.company.security.passwords else 0
        title, desc = "该换密码了", f"{CHANGE_IT.format(days=days)}{NO_LINK}"
    else:
        lesson = lesson_of(day)
        title, desc = f"防骗一分钟：{lesson.title}", f"{lesson.text}\n拿不准就发给我，我帮你转给信息安全。"
    return Card(title, f"{title}\n{desc}", desc=desc, buttons=(Button("知道了", SEEN),), shared=True)


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    if press.key != SEEN:
        raise unknown_button()
    await ctx.store.security_receipts.note(subject, ctx.sender.user_id, by=ctx.act)
    return outcome("记下了", "好的，记下了。有不对劲的登录、链接、要钱的，随时直接发给我。")
