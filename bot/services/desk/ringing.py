"""Nobody has taken a question, or answered it: they are reminded, then it goes up. Nobody said what was missing, or
whether it helped: it is closed. What was said goes in its time."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.domain.desk.enquiry import Enquiry, Kind, State, Told
from bot.domain.desk.routing import able, above
from bot.domain.timers import Timer
from bot.domain.wording import shown
from bot.services.desk import wording
from bot.services.desk.clock import ADD, DUE, FORGET, JOB, LAPSE, LATE, SETTLE, once_more, what
from bot.services.desk.suggesting import SAY, remind, say
from bot.services.desk.telling import ask_all, hand, keep, tell, tell_asker
from bot.services.desk.unanswered import NUDGE
from bot.services.privacy.held import not_to_go
from bot.services.timers import set_timers
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text

HELD: Final = timedelta(days=30)


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    """What fell due together is said once: the heaviest of it."""
    if idea := await ctx.store.ideas.get(number, ctx.now):
        await (say(ctx, idea) if any(timer.kind == SAY for timer in timers) else remind(ctx, idea))
        return
    enquiry = await ctx.store.enquiries.get(number, ctx.now)
    kinds = {what(timer.kind) for timer in timers}
    if enquiry is None:
        return
    if NUDGE in kinds and enquiry.state is State.OFFERED:
        await _nudge(ctx, enquiry, [timer.kind for timer in timers])
        return
    if FORGET in kinds and not enquiry.state.is_open:
        await _let_go(ctx, enquiry)
    elif LATE in kinds and enquiry.state.is_somebodys:
        await _late(ctx, enquiry)
    elif DUE in kinds and enquiry.state.is_somebodys:
        await _remind(ctx, enquiry)
    elif LAPSE in kinds and enquiry.kind is Kind.MENTION and enquiry.state is State.WAITING:
        lapsed = enquiry.closed(State.LAPSED, ctx.now)
        await keep(ctx, enquiry, lapsed, Told.LAPSED, ringing=[timer.kind for timer in timers])
    elif LAPSE in kinds and enquiry.state is State.ASKED:
        lapsed = enquiry.closed(State.LAPSED, ctx.now)
        await keep(ctx, enquiry, lapsed, Told.LAPSED, ringing=[timer.kind for timer in timers])
        await tell(ctx, enquiry.asker, Text(f"{wording.called(enquiry)}：没有等到补充，先关了。还要办就发 /求助。"))
    elif ADD in kinds and enquiry.state is State.ASKED:
        await _ask_again(ctx, enquiry)
    elif SETTLE in kinds and enquiry.state is State.ANSWERED:
        settled = enquiry.closed(State.SOLVED, ctx.now)
        await keep(ctx, enquiry, settled, Told.SOLVED, ringing=[timer.kind for timer in timers])


async def _nudge(ctx: JobContext, enquiry: Enquiry, ringing: Sequence[str]) -> None:
    """Who looks after the group may not have seen it."""
    group = ctx.company.group(enquiry.group) if enquiry.group else None
    after = enquiry.passed()
    await keep(ctx, enquiry, after, Told.PASSED, ringing=ringing)
    where = f"在「{shown(group.name)}」" if group else ""
    await ask_all(ctx, after, f"{where}问了有一会儿，我没看懂，不知道有没有人回。")


async def _let_go(ctx: JobContext, enquiry: Enquiry) -> None:
    """What is held for a dispute is asked about again in a month."""
    if {enquiry.number, enquiry.asker} & await not_to_go(ctx):
        at = ctx.now + HELD
        await set_timers(ctx, JOB, enquiry.number, {f"{FORGET}:{enquiry.version}:{at:%Y-%m-%d}": at})
        return
    await ctx.store.enquiries.forget(enquiry.number, by=ctx.act)


async def _remind(ctx: JobContext, enquiry: Enquiry) -> None:
    if enquiry.holder and ctx.company.decides(enquiry.holder):
        await hand(ctx, enquiry, enquiry.holder, "到时间还没有答复，请尽快。")
    else:
        await ask_all(ctx, enquiry, "到时间还没有人接手，请尽快。")


async def _late(ctx: JobContext, enquiry: Enquiry) -> None:
    """Everybody who could answer has it again, who stands above them hears of it, and its asker that it isn't lost."""
    said = "还没有人接手，请尽快。" if enquiry.state is State.WAITING else "超时还没有答复，谁有空谁接。"
    await ask_all(ctx, enquiry, said)
    bosses = above(enquiry, ctx.company)
    at_work = "、".join(map(ctx.company.name_of, able(enquiry, ctx.company)[:3])) or "没有人"
    for user in bosses:
        words = f"{wording.called(enquiry)}（{enquiry.topic}）超时还没有答复，现在归{at_work}。请催一下，或安排别人。"
        await tell(ctx, user, Text(words))
    await ctx.store.enquiries.note(enquiry.number, Told.LATE, by=ctx.act)
    await tell(ctx, enquiry.asker, Text(f"{wording.called(enquiry)}：还没有答复，已经再催，没有忘。"))
    await once_more(ctx, enquiry, LATE)


async def _ask_again(ctx: JobContext, enquiry: Enquiry) -> None:
    lines = [line for line in await ctx.store.enquiries.lines(enquiry.number) if line.kind is Told.ASKED]
    question = (lines[-1].text if lines else None) or wording.FORGOTTEN
    await tell_asker(ctx, enquiry, wording.asked_back(enquiry, question, ctx.company))
