"""Take down that an accident was reported to the government: when, to which authority, who took it. Or get the draft.

The bot never reports by itself. Whoever is in charge may decide that something needn't be reported, with a reason; not
where somebody is dead, badly hurt, missing or trapped.

Example:
    陈安> /事故上报
    机器人> 现在没有在处理的事故。要看以前的，写上编号，例如 SG-20261122-001。
    张三> /事故上报
    机器人> 「事故上报」由集团高管、人力资源、部门负责人、安全管理员、总裁办使用。发 /帮助 看看你能用什么。
"""

from bot.arguments.accident_filings import Filed
from bot.arguments.accident_numbers import AccidentNumber
from bot.domain.rights import ACCIDENT_KEEPERS
from bot.errors import Code, UserError
from bot.services.safety.accidents.asking import FILING, WHY_NOT
from bot.services.safety.accidents.cases import kept, the_one
from bot.services.safety.accidents.clock import card_for
from bot.services.safety.accidents.filing import decide_duty, file, hand_draft
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    FILING,
    aliases=("accident-filed", "sgsb", "事故草稿", "事故已报"),
    audience=ACCIDENT_KEEPERS,
    writes=True,
    private=True,
    summary="拿事故快报草稿，记下什么时候报给了谁",
)
async def accident_filed(ctx: Context, id: AccidentNumber | None = None, filed: Filed | None = None) -> Reply:
    case, ctx = await kept(ctx, await the_one(ctx, id.number if id else None))
    if filed is None:
        text = await hand_draft(ctx, case)
        how = f"报完发 /事故上报 {case.number} 时间 单位 接报人，例如：10:20 区应急管理局 李科长。"
        return Reply(f"{text}\n{how}", private=True)
    if filed.filing:
        return Reply(await file(ctx, case, filed.filing), private=True)
    if not (filed.needed or filed.why):
        raise UserError(Code.MISSING_ARG, WHY_NOT, missing=("reason",))
    after, said = await decide_duty(ctx, case, needed=filed.needed, why=filed.why)
    return Reply(await card_for(ctx, after, first=said), private=True)
