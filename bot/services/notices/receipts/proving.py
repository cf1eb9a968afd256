"""Was a notice really posted by us? (S208, D9§6): whoever reads one somewhere may ask, by its number or its words."""

from datetime import timedelta
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.notices.notice import Notice
from bot.domain.width import narrow
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.faces import title_of
from bot.services.notices.writing.readers import readers_of
from bot.shapes.context import Context

LOOKS_BACK: Final = timedelta(days=60)
LEAST: Final = 8  # characters by which a text is told
_OUR: Final = "公司的公告只从「{name}」发，最后一行有发布人和 GG- 开头的编号，不会在公告里要密码、验证码或转账。"


async def prove(ctx: Context, number: str, words: str) -> str:
    """Only what he was sent himself is confirmed: of anything else nobody learns whether it is there."""
    ours = _OUR.format(name=ctx.company.bot_name)
    notice = await ctx.store.notices.get(number) if number else await _saying(ctx, words)
    if notice and notice.posted_at and await _reads(ctx, notice):
        at = clock_time(notice.posted_at.astimezone(ctx.now.tzinfo), ctx.now)
        author = ctx.company.name_of(notice.author)
        return f"是我发的：{notice.number}「{title_of(notice.draft)}」，{author} {at} 发布。内容以我发的那条为准。"
    what = f"编号 {number} 的公告" if number else "这段话的公告"
    return f"我没有给你发过{what}，先别照着做。{ours}有人冒充，把截图发给信息安全的同事，要钱要密码的马上发 /钓鱼举报。"


async def _saying(ctx: Context, words: str) -> Notice | None:
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
