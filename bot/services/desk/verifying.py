"""Is it true? What we announced ourselves is known at once, and so is what was answered before; all else goes to who
may say, and is never repeated in a group (D12§三.1, S142)."""

from bot.domain.dates import day_seen
from bot.domain.desk.enquiry import Enquiry, Kind, State, Told
from bot.domain.desk.likeness import claim, likest
from bot.domain.notices.notice import Notice
from bot.domain.wording import quote_user, shown
from bot.services.desk.asking import ask
from bot.services.notices.receipts.proving import over, prove, sent, sent_alike
from bot.services.security.advising import advise
from bot.shapes.context import Context
from bot.shapes.replies import Reply


async def verify(ctx: Context, text: str, number: str = "") -> Reply:
    """`number`: of the notice that it is about. Whoever is asked for money, a code or a press reads first what to do,
    and only a notice with the very same words is said to be ours. Raises UserError."""
    is_lure = advise(ctx, text)
    notice = await sent(ctx, number, claim(text)) or (None if is_lure or number else await sent_alike(ctx, text))
    if notice:
        return Reply(_of_notice(ctx, notice), private=True)
    if number:
        return Reply(await prove(ctx, number, text), private=True)
    if not is_lure and (known := await _answered(ctx, text)):
        enquiry, answer = known
        return Reply(_of_answer(ctx, enquiry, answer), private=True)
    reply = await ask(ctx, text, Kind.FACT)
    return Reply(reply.content, private=True)


def _of_notice(ctx: Context, notice: Notice) -> str:
    """Its own words: what somebody heard may differ from them in the one that counts."""
    on = day_seen((notice.posted_at or notice.created_at).astimezone(ctx.now.tzinfo).date(), ctx.now.date())
    what = f"公告 {notice.number}「{shown(notice.draft.headline)}」"
    if gone := over(notice, ctx.now):
        return f"公司{on}发过{what}，{gone}。"
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
