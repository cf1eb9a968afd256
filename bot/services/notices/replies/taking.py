"""What came in becomes somebody's task: he has a card with a button, and is reminded on its last day."""

from collections.abc import Sequence
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.notices.inbound import PREFIX, Inbound, due_at, timers
from bot.domain.notices.notice import PREFIX as POSTED
from bot.domain.notices.notice import Notice
from bot.domain.rights import PLANNERS
from bot.domain.wording import quote_user
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.faces import called
from bot.services.notices.writing.readers import readers_of
from bot.services.timers import set_timers
from bot.shapes.context import Context
from bot.shapes.outgoing import Button, Card, ToPerson

JOB: Final = "reply-clock"
TOPIC: Final = "notice-reply"
ANSWER, NO_NEED = "answer", "no-need"
COMMAND: Final = "答复"
NEED: Final = "需求"  # how what it is about begins, where a department needs something


async def reply_to(ctx: Context, notice: Notice, words: str) -> str:
    """A reader says something to a notice. Raises UserError where he isn't one, which says no more than that."""
    user = ctx.sender.user_id
    if notice.posted_at is None or user not in (await readers_of(ctx, notice.draft)).heads:
        raise UserError(Code.NOT_FOUND, f"没有发给你的公告 {notice.number}。核对编号，编号在公告的最后一行。")
    if user == notice.author:
        raise UserError(Code.SELF_TARGET, f"{notice.number} 是你自己发的。要改发 /更正 {notice.number} 新内容。")
    item = await take(ctx, notice.number, words, _owners(ctx, notice))
    for owner in item.owners:
        ctx.tell(ToPerson(owner), await card(ctx, item, owner))
    names = "、".join(ctx.company.name_of(each) for each in item.owners)
    return f"已转给 {names}（{item.number}），{clock_time(item.due, ctx.now)} 前答复你。"


async def take(ctx: Context, about: str, words: str, owners: Sequence[UserId]) -> Inbound:
    """Told anew while it waits, it stays one task with its old day."""
    asker = ctx.sender.user_id
    if known := await ctx.store.inbound.open_about(about, asker, ctx.now):
        anew = known.told_anew(words)
        if await ctx.store.inbound.save(anew, was=known.version, by=ctx.act):
            return anew
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    calendar = ctx.company.pace.calendar
    item = Inbound(number, about, words, asker, tuple(owners), ctx.now, due_at(ctx.now, calendar))
    await ctx.store.inbound.add(item, by=ctx.act)
    await set_timers(ctx, JOB, number, timers(item, calendar))
    return item


async def card(desk: Desk, item: Inbound, holder: UserId, before: str = "") -> Card:
    """To one of its owners."""
    title = f"{item.number} {await title_of(desk, item)}"
    over = "原定 " if item.due <= desk.now else ""
    until = f"{over}{clock_time(item.due, desk.now)} 前答复。"
    said = f"{before}{desk.company.name_of(item.asker)}：{quote_user(item.words)}\n{until}"
    return Card(
        title=title,
        desc=said,
        plain=f"{title}\n{said}答复发 /{COMMAND} {item.number} 内容。",
        buttons=(Button("答复", ANSWER), Button("不用答复", NO_NEED, style=3)),
        task_id=await desk.store.cards.issue(topic=TOPIC, subject=item.number, holder=holder),
    )


async def title_of(desk: Desk, item: Inbound) -> str:
    """What it is about."""
    if item.about.startswith(f"{POSTED}-"):
        notice = await desk.store.notices.get(item.about)
        return f"对 {called(notice) if notice else item.about}的回复"
    department = item.about.rpartition(" ")[2].rpartition("/")[2]
    return f"{department}的需求" if item.about.startswith(NEED) else f"{department}报来的动态"


def _owners(desk: Desk, notice: Notice) -> tuple[UserId, ...]:
    """Its author; where he has left, who let it pass, else who plans what is posted."""
    company = desk.company
    passed = notice.approval.by if notice.approval else ()
    here = [each for each in (notice.author, *passed) if company.is_here(each)][:1]
    return tuple(here or company.serving(*sorted(PLANNERS))[:3])
