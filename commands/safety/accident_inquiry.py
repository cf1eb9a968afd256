"""The company's own look into an accident: who looks, what they found, and that an authority has taken it over.

The head of the department where it happened takes part, but never alone, and doesn't agree to the conclusion. Somebody
else than who writes it does. More time for the report, at most sixty days, needs a reason and somebody else, too.
What an authority investigates is locked here.

Example:
    陈安> /事故调查 SG-20261122-001 成员 陈安 王强
    机器人> 没有编号是 SG-20261122-001 的事故。发 /事故进度 看有哪些。
"""

from bot.arguments.accident_inquiries import Inquiry, Part
from bot.arguments.accident_numbers import AccidentNumber
from bot.domain.rights import ACCIDENT_KEEPERS
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.safety.accidents.cases import kept, the_one
from bot.services.safety.accidents.investigating import draft, hand_over, name_team
from bot.services.safety.accidents.prolonging import longer
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "事故调查",
    aliases=("inquiry", "sgdc", "调查事故"),
    audience=ACCIDENT_KEEPERS,
    writes=True,
    private=True,
    summary="定事故调查组，写结论、延期，或移交",
)
async def accident_inquiry(
    ctx: Context, approvals: Approvals, id: AccidentNumber | None = None, *, inquiry: Inquiry
) -> Reply:
    case, ctx = await kept(ctx, await the_one(ctx, id.number if id else None))
    match inquiry.part:
        case Part.TEAM:
            return Reply(await name_team(ctx, case, inquiry.people), private=True)
        case Part.HANDED_OVER:
            return Reply(await hand_over(ctx, case, inquiry.words), private=True)
        case Part.LONGER if inquiry.until:
            request = await approvals.open(ctx, longer(case, inquiry.until, inquiry.words, ctx.sender.user_id, ctx))
            names = waiting_names(request, ctx.company)
            return Reply(f"已提交 {request.number}：{request.text}。等 {names} 审批，批准前还按原期限。", private=True)
        case _:
            request = await approvals.open(ctx, draft(case, inquiry.words, ctx.sender.user_id, ctx.company))
            names = waiting_names(request, ctx.company)
            return Reply(f"已提交 {request.number}：{request.text}。等 {names} 确认，同意后才算数。", private=True)
