"""What was let out goes to the groups that want to hear of safety; once a month what most found useful does again.

Nobody is ranked: only one story is named, and its author only if he wants to be.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quiet import after_quiet
from bot.domain.notices.topics import Topic
from bot.domain.safety.exchange.experience import Experience, ExperienceState
from bot.domain.timers import Timer
from bot.identifiers import ANYBODY, GroupId
from bot.services.approvals.kinds import Desk
from bot.services.safety.calendar.readers import readers
from bot.services.safety.exchange import wording
from bot.services.timers import set_timers
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Attachment, Media, Text, ToGroup, ToPerson

JOB: Final = "experiences"
TOPIC: Final = "experience-read"
POST, BEST = "post", "best"
BEST_AT: Final = time(9)
BEST_OF_MONTH: Final = "上月最有用的经验"


async def publish(desk: Desk, experience: Experience) -> str:
    """At once, or in the morning. What the one hears who let it out."""
    calendar = desk.company.pace.calendar
    at = after_quiet(desk.now, calendar)
    if at > desk.now:
        await set_timers(desk, JOB, experience.number, {POST: at})
    else:
        await _post(desk, experience)
    month = f"{desk.now:%Y-%m}"
    await set_timers(desk, JOB, month, {BEST: _first_workday_after(desk.now, calendar)})
    if desk.company.is_here(experience.author):
        words = f"你分享的经验 {experience.number} 发布了，谢谢。看有多少人觉得有用：/经验 {experience.number}"
        desk.tell(ToPerson(experience.author), Text(words))
    return f"{experience.number} 已发布。" if at == desk.now else f"{experience.number} 已通过，上班后发到群里。"


async def ring(ctx: JobContext, subject: str, timers: Sequence[Timer]) -> None:
    """Of one experience: its groups are told. Of a month: its best."""
    if any(timer.kind == BEST for timer in timers):
        await _best_of(ctx, date.fromisoformat(f"{subject}-01"))
        return
    experience = await ctx.store.experiences.get(subject, ctx.now)
    if experience and experience.state is ExperienceState.PUBLISHED:
        await _post(ctx, experience)


async def _best_of(ctx: JobContext, first: date) -> None:
    """Nothing is said where nobody found anything useful; of equals the one that was there first is named."""
    begins = datetime.combine(first, time(), ctx.now.tzinfo)
    ends = datetime.combine((first + timedelta(days=32)).replace(day=1), time(), ctx.now.tzinfo)
    found = [each for each in await ctx.store.experiences.published(begins, ends, ctx.now) if each.useful]
    if not found:
        return
    best = max(reversed(found), key=lambda each: each.useful)
    await _post(ctx, best, first=BEST_OF_MONTH)
    if ctx.company.is_here(best.author):
        words = f"你分享的 {best.number} 是上个月最多人觉得有用的一条，{best.useful} 人。谢谢。"
        ctx.tell(ToPerson(best.author), Text(words))


async def _post(desk: Desk, experience: Experience, first: str = "安全经验") -> None:
    for reader in await readers(desk, Topic.SAFETY):
        group = ToGroup(GroupId(reader))
        if not wording.fits(wording.told(experience)):
            desk.tell(group, Text(wording.told(experience)))
        for photo in photos_of(experience):
            desk.tell(group, photo)
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=experience.number, holder=ANYBODY)
        desk.tell(group, wording.with_id(wording.public_card(experience, desk.company, first), task_id))


def photos_of(experience: Experience) -> Sequence[Attachment]:
    number = experience.number
    return [
        Attachment(Media.IMAGE, file, f"{number}-{page}.jpg", plain=f"{number} 的照片第 {page} 张，这里发不了图片。")
        for page, file in enumerate(experience.photos, 1)
    ]


def _first_workday_after(now: datetime, calendar: Calendar) -> datetime:
    """Of the next month."""
    last = (now.date().replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return datetime.combine(calendar.next_workday(last), BEST_AT, now.tzinfo)
