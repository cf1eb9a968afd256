"""Notices that somebody hasn't confirmed yet, for whoever says only 已读 or /确认."""

from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.notices.posting import Posting, PostingState
from bot.services.notices.faces import called
from bot.services.notices.receipts.confirming import confirm, notice_of
from bot.shapes.context import Context

LATELY = 20  # postings that are looked through
OVER = (NoticeState.CORRECTED, NoticeState.CANCELLED)


async def confirm_what_waits(ctx: Context) -> str | None:
    """The only one is confirmed; of several he says which. None: nothing waits. Raises UserError."""
    waiting = await _waiting(ctx)
    if len(waiting) == 1:
        return await confirm(ctx, *waiting[0], None)
    if not waiting:
        return None
    listed = "\n".join(f"{called(notice)} /确认 {notice.number}" for _, notice in waiting)
    return f"等你确认的公告有 {len(waiting)} 条，回其中一条后面的话：\n{listed}"


async def _waiting(ctx: Context) -> list[tuple[Posting, Notice]]:
    """The newest first."""
    found: list[tuple[Posting, Notice]] = []
    for number in await ctx.store.receipts.open_of(ctx.sender.user_id, most=LATELY):
        posting = await ctx.store.postings.get(number)
        notice = await notice_of(ctx.store, posting) if posting else None
        if posting and notice and posting.wants_confirmation and not _is_over(posting, notice):
            found.append((posting, notice))
    return found


def _is_over(posting: Posting, notice: Notice) -> bool:
    return posting.state is PostingState.WITHDRAWN or notice.state in OVER
