"""Which notice somebody means who names one by its number, or the last one."""

from collections.abc import Callable

from bot.domain.notices.managing import may_manage
from bot.domain.notices.notice import PREFIX, Notice
from bot.domain.notices.posting import Posting
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.shapes.context import Context

LATELY = 20  # notices of an author that are looked through
NONE = "你最近没有发过公告。别人发的请写上编号，例如 GG-20261122-001。"

Wanted = Callable[[Notice], bool]


async def chosen(ctx: Context, number: str, *, wanted: Wanted = lambda notice: True) -> Notice:
    """By its number, or the author's last one that is wanted. Raises UserError: of what isn't out, whoever has nothing
    to do with it doesn't even learn that it is there."""
    notice = await (ctx.store.notices.get(number) if number.startswith(f"{PREFIX}-") else _last(ctx, wanted, number))
    hidden = notice and notice.posted_at is None and not may_manage(ctx.sender.user_id, notice, ctx.company)
    if notice is None or hidden:
        raise UserError(Code.NOT_FOUND, _none(number))
    return notice


def _none(number: str) -> str:
    if not number:
        return NONE
    if number.startswith(f"{PREFIX}-"):
        return f"没有编号是 {number} 的公告。发 /我的公告 看你发过的。"
    return f"你最近的公告里没有说到「{shown(number)}」的。写上编号，例如 GG-20261122-001；发 /我的公告 看编号。"


async def managed(ctx: Context, number: str, *, wanted: Wanted = lambda notice: True) -> Notice:
    """The same, where the asker may do something about it. Raises UserError."""
    notice = await chosen(ctx, number, wanted=wanted)
    if not may_manage(ctx.sender.user_id, notice, ctx.company):
        raise UserError(
            Code.NO_PERMISSION, f"{notice.number} 不归你管。请找发布人 {ctx.company.name_of(notice.author)}。"
        )
    return notice


async def newest(ctx: Context, notice: Notice) -> Posting:
    """Its last posting. Raises UserError."""
    postings = await ctx.store.postings.of(notice.number)
    if not postings:
        raise UserError(Code.BAD_STATE, f"{notice.number} 还没有发出去。发 /推送计划 看什么时候发。")
    return postings[0]


async def confirmable(ctx: Context, notice: Notice) -> Posting:
    """The same of one that wants to be confirmed. Raises UserError."""
    posting = await newest(ctx, notice)
    if not posting.wants_confirmation:
        sentence = f"{notice.number} 没有要求确认，所以没有名单。下次发公告时加上「需确认」。"
        raise UserError(Code.BAD_STATE, sentence)
    return posting


async def _last(ctx: Context, wanted: Wanted, word: str = "") -> Notice | None:
    """What he was at last: posted or written; with a word, of those that say it."""
    notices = await ctx.store.notices.of(ctx.sender.user_id, most=LATELY)
    saying = [each for each in notices if word in f"{each.draft.title}{each.draft.text}"]
    return max(filter(wanted, saying), key=lambda each: each.posted_at or each.created_at, default=None)
