"""Correct who was at a training or drill, with a reason: whoever led it, or is in charge of safety. What stood before
stays beside it, and whom it is about is told. Nobody corrects his own.

Example:
    陈安> /更正签到 PX-20261122-001 张三 到场 手机没电
    机器人> 没有这张签到表。
"""

from bot.arguments.people import PersonNamed
from bot.arguments.reason import Reason
from bot.arguments.sheets import SheetNumber
from bot.arguments.training_details import Verdict
from bot.errors import Code, UserError
from bot.services.safety.sign_in.leading import correct
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("更正签到", aliases=("correct-sign-in", "gzqd", "补签到"), writes=True, summary="更正谁到场了")
async def correct_sign_in(
    ctx: Context, number: SheetNumber, person: PersonNamed, verdict: Verdict, *, reason: Reason
) -> Reply:
    if len(reason.text) < 2:
        raise UserError(Code.MISSING_ARG, "理由写清楚一点，记录里要看得懂，例如：手机没电。", missing=("reason",))
    words = await correct(ctx, number.number, person.person.user_id, here=verdict.here, why=reason.text)
    return Reply(words, private=True)
