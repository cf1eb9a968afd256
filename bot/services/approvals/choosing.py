"""Which request is meant where no number is typed: the only one that waits, asked back before anything happens.

Where none waits, the word may be said to the rules of a group that somebody was asked about.
"""

from bot.domain.rights import Role
from bot.errors import Candidate, Code, UserError
from bot.services.approvals.wording import wish_of
from bot.services.groups.rules.choosing import asked_about, which_rules
from bot.services.talking.confirming import Confirming
from bot.shapes.command import CommandBook
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.understand import Understood

APPROVE, RULES = "同意申请", "同意"  # the two commands that people call by one word
MOST_SHOWN = 20
NONE_WAITS = "现在没有等你审批的申请。要是在回答卡片，请按卡片上的按钮。"
IN_A_GROUP = "审批请私聊我，在群里我分不清是哪一条。发 /待办 看哪些在等你。"


async def the_one_waiting(ctx: Context, book: CommandBook, confirming: Confirming) -> Reply:
    """A card that asks whether this one is meant. Raises UserError where none or several wait."""
    if ctx.chat.is_group:
        raise UserError(Code.USE_PRIVATE, IN_A_GROUP)
    waiting = await ctx.store.requests.waiting_for(ctx.sender.user_id)
    if not waiting and (groups := await asked_about(ctx)):
        return await which_rules(ctx, book.by_name[RULES], confirming, groups)
    if not waiting:
        raise UserError(Code.BAD_STATE, NONE_WAITS)
    if len(waiting) > 1:
        candidates = [
            Candidate(each.number, label=f"{each.number[-3:]} {wish_of(each, ctx.company)}"[:16]) for each in waiting
        ]
        sentence = f"有 {len(waiting)} 条申请等你审批，是哪一条？"
        raise UserError(Code.AMBIGUOUS_TARGET, sentence, candidates=candidates)
    (request,) = waiting
    command = book.by_name[APPROVE]
    line = f"/{command.name} {request.number}"
    return await confirming.ask(
        ctx, Understood(command, {}, Role.EMPLOYEE, line, guessed=True), about=wish_of(request, ctx.company)
    )
