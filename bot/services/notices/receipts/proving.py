"""Was a notice really posted by us? (S208, D9§6): whoever reads one somewhere may ask, by its number or its words, or
by something that he heard of it."""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.desk.likeness import likest
from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.width import narrow
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.faces import title_of
from bot.services.notices.writing.readers import readers_of
from bot.shapes.context import Context

LOOKS_BACK: Final = timedelta(days=60)
LEAST: Final = 8  # characters by which a text is told
AS_OLD: Final = timedelta(days=180)
LOOKED_AT: Final = 200  # notices, those posted last
_NOT_ANY_MORE: Final = {
    NoticeState.CANCELLED: "已经取消，不算数了",
    NoticeState.CORRECTED: "后来更正过，以更正的为准",
}
_OUR: Final = "公司的公告只从「{name}」发，最后一行有发布人和 GG- 开头的编号，不会在公告里要密码、验证码或转账。"


async def prove(ctx: Context, number: str, words: str) -> str:
    """Only what he was sent himself is confirmed: of anything else nobody learns whether it is there."""
    ours = _OUR.format(name=ctx.company.bot_name)
    notice = await sent(ctx, number, words)
    if notice and notice.posted_at:
        at = clock_time(notice.posted_at.astimezone(ctx.now.tzinfo), ctx.now)
        author = ctx.company.name_of(notice.author)
        counts = over(notice, ctx.now) or "内容以我发的那条为准"
        return f"是我发的：{notice.number}「{title_of(notice.draft)}」，{author} {at} 发布。{counts}。"
    what = f"编号 {number} 的公告" if number else "这段话的公告"
    return f"我没有给你发过{what}，先别照着做。{ours}有人冒充，把截图发给信息安全的同事，要钱要密码的马上发 /钓鱼举报。"


async def sent(desk: Desk, number: str, words: str) -> Notice | None:
    """What the asker was sent, of that number, or else with exactly these words in it."""
    notice = await desk.store.notices.get(number) if number else await _saying(desk, words)
    return notice if notice and notice.posted_at and await _reads(desk, notice) else None


async def sent_alike(desk: Desk, heard: str) -> Notice | None:
    """What he was sent that may be what somebody heard."""
    lately = await desk.store.notices.posted(desk.now - AS_OLD, most=LOOKED_AT)
    found = likest(heard, ((each, f"{each.draft.title}\n{each.draft.text}") for each in lately))
    return found if found and await _reads(desk, found) else None


def over(notice: Notice, now: datetime) -> str:
    """Why it doesn't count any more; empty, where it does."""
    if gone := _NOT_ANY_MORE.get(notice.state):
        return gone
    ends = notice.draft.expires_at
    return "已经过期" if ends is not None and ends <= now else ""


async def _saying(ctx: Desk, words: str) -> Notice | None:
    """The last posted one that has these words."""
    wanted = _folded(words)
    if len(wanted) < LEAST:
        return None
    postings = await ctx.store.postings.between(ctx.now - LOOKS_BACK, ctx.now + timedelta(seconds=1))
    known = await ctx.store.notices.several({each.number for each in postings})
    for posting in reversed(postings):
        notice = known.get(posting.number)
        if notice and wanted in _folded(f"{notice.draft.title}{notice.draft.whole}"):
            return notice
    return None


async def _reads(ctx: Desk, notice: Notice) -> bool:
    user = UserId(ctx.act.actor)
    return user == notice.author or user in (await readers_of(ctx, notice.draft)).heads


def _folded(words: str) -> str:
    return "".join(each for each in narrow(words).casefold() if each.isalnum())
