"""A task is answered: who sent it in reads the answer; or it needs none."""

from typing import Final

from bot.domain.notices.inbound import LONGEST, Inbound, InboundState
from bot.domain.notices.reach import has_role
from bot.domain.rights import PLANNERS
from bot.domain.wording import quote_user, shown
from bot.errors import Code, Overtaken, UserError, unknown_button
from bot.services.notices.replies.taking import ANSWER, COMMAND, JOB, NO_NEED, title_of
from bot.services.talking.listening import listen
from bot.services.timers import call_off
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply, outcome

NOT_YOURS: Final = "没有归你答复的这一条。发 /公告待办 看有哪些。"


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    item = await _mine(ctx, number)
    title = f"{number} {await title_of(ctx, item)}"
    if not item.is_open:
        return outcome(title, f"{item.state}，不用再办。")
    if press.key == NO_NEED:
        return outcome(title, await settle(ctx, item, InboundState.CLOSED, ""))
    if press.key != ANSWER:
        raise unknown_button()
    await listen(ctx, f"/{COMMAND} {number}", "怎么答复？")
    return outcome(title, f"{quote_user(item.words)}\n直接回我怎么答复，我转给他；不答了回「算了」。")


async def answer(ctx: Context, number: str, words: str) -> str:
    """Raises UserError."""
    if len(words) > LONGEST:
        raise UserError(Code.LIMIT, f"答复最多 {LONGEST} 个字，这里有 {len(words)} 个。请写要紧的。")
    return await settle(ctx, await _mine(ctx, number), InboundState.ANSWERED, words)


async def settle(ctx: Context, item: Inbound, state: InboundState, words: str) -> str:
    """What came of it, as a sentence. Raises UserError where somebody was quicker."""
    if not item.is_open:
        raise UserError(Code.BAD_STATE, f"{item.number} {item.state}，不用再办。")
    done = item.settled(state, words, ctx.sender.user_id, ctx.now)
    if not await ctx.store.inbound.save(done, was=item.version, by=ctx.act):
        raise Overtaken(f"{item.number} was changed meanwhile")
    await call_off(ctx, JOB, item.number)
    asker = ctx.company.name_of(item.asker)
    if state is InboundState.CLOSED:
        return f"{item.number} 记为不用答复。"
    if ctx.company.is_here(item.asker):
        said = f"你说的「{shown(item.words)}」，{ctx.company.name_of(ctx.sender.user_id)}答复：\n{quote_user(words)}"
        ctx.tell(ToPerson(item.asker), Text(f"{said}\n（{item.number}）"))
    return f"已答复 {asker}（{item.number}）。"


async def _mine(ctx: Context, number: str) -> Inbound:
    """Of its owners, and of who plans what is posted. Raises UserError."""
    item = await ctx.store.inbound.get(number, ctx.now)
    user = ctx.sender.user_id
    if item is None or not (user in item.owners or has_role(user, PLANNERS, ctx.company)):
        raise UserError(Code.NOT_FOUND, NOT_YOURS)
    return item
