"""Is it true? What we announced ourselves is known at once, and so is what was answered before; all else goes to who
may say, and is never repeated in a group (D12§三.1, S142)."""

from datetime import timedelta
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.desk.enquiry import Enquiry, Kind, State, Told
from bot.domain.desk.likeness import likest
from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.wording import quote_user, shown
from bot.services.desk.asking import ask
from bot.services.notices.writing.readers import readers_of
from bot.shapes.context import Context
from bot.shapes.replies import Reply

AS_OLD: Final = timedelta(days=180)
LOOKED_AT: Final = 200  # notices, those posted last
_NOT_ANY_MORE: Final = {
    NoticeState.CANCELLED: "已经取消，不算数了",
    NoticeState.CORRECTED: "后来更正过，以更正的为准",
}


async def verify(ctx: Context, text: str) -> Reply:
    """Raises UserError."""
    if notice := await _announced(ctx, text):
        return Reply(_of_notice(ctx, notice), private=True)
    if known := await _answered(ctx, text):
        enquiry, answer = known
        return Reply(_of_answer(ctx, enquiry, answer), private=True)
    reply = await ask(ctx, text, Kind.FACT)
    return Reply(reply.content, private=True)


async def _announced(ctx: Context, text: str) -> Notice | None:
    """What was announced to him, too."""
    lately = await ctx.store.notices.posted(ctx.now - AS_OLD, most=LOOKED_AT)
    found = likest(text, ((each, f"{each.draft.title}\n{each.draft.text}") for each in lately))
    if found and ctx.sender.user_id in (await readers_of(ctx, found.draft)).heads:
        return found
    return None


def _of_notice(ctx: Context, notice: Notice) -> str:
    """Its own words: what somebody heard may differ from them in the one that counts."""
    on = day_seen((notice.posted_at or notice.created_at).astimezone(ctx.now.tzinfo).date(), ctx.now.date())
    what = f"公告 {notice.number}「{shown(notice.draft.headline)}」"
    if gone := _NOT_ANY_MORE.get(notice.state):
        return f"公司{on}发过{what}，{gone}。"
    over = notice.draft.expires_at is not None and notice.draft.expires_at <= ctx.now
    if over:
        return f"公司{on}发过{what}，已经过期。"
    return f"公司{on}发过{what}，以它为准：\n{quote_user(notice.draft.text)}"


async def _answered(ctx: Context, text: str) -> tuple[Enquiry, str] | None:
    """Whoever asked it."""
    facts = await ctx.store.enquiries.in_state((State.ANSWERED, State.SOLVED), Kind.FACT, ctx.now)
    told = [(each, await ctx.store.enquiries.text(each.number) or "") for each in facts if each.verdict]
    found = likest(text, told)
    if found is None:
        return None
    lines = await ctx.store.enquiries.lines(found.number)
    answers = [line.text for line in lines if line.kind is Told.ANSWERED and line.text]
    return (found, answers[-1]) if answers else None


def _of_answer(ctx: Context, enquiry: Enquiry, answer: str) -> str:
    on = day_seen((enquiry.answered_at or enquiry.asked_at).date(), ctx.now.date())
    who = ctx.company.name_of(enquiry.holder) if enquiry.holder else "公司"
    return f"之前有人求证过类似的，{who}{on}答复：{enquiry.verdict}。\n{quote_user(answer)}"
