"""The first configuration, led by cards: roles, groups, packs, schedule, holidays, and the file that comes of it.

Each step says what is so now, can be taken back and left; /设置 goes on where it was left. Until it is finished, what
nobody has set yet holds at once; everything else, and roles for oneself, need a leader's yes, as with /参数.

Example:
    吴管> /设置
    机器人> [卡片] 设置 1/6：谁担任什么 …
    吴管> 按 [跳过]
    机器人> [卡片] 设置 2/6：工作群 …
    吴管> /设置 静默开始 21:30
    机器人> 「静默开始」从 21:00 改成 21:30，已经生效（PZ-20261122-001）。
    张三> /设置
    机器人> 「设置」由企业微信管理员使用。发 /帮助 看看你能用什么。
"""

from bot.arguments.parameters import SetupWish
from bot.domain.rights import SETTERS
from bot.domain.upkeep.typed_values import how
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.upkeep.setup.guiding import open_card, put
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "设置",
    aliases=("setup", "sz", "配置", "初始设置", "第一次设置"),
    summary="一步步做好第一次设置",
    audience=SETTERS,
    private=True,
)
async def set_up(ctx: Context, approvals: Approvals, wish: SetupWish | None = None) -> Reply:
    if wish is None or wish.parameter is None:
        return Reply(await open_card(ctx, wish.step if wish else None), private=True)
    if not wish.sets:
        sentence = f"{wish.parameter.label}设成什么？{how(wish.parameter)}"
        raise UserError(Code.MISSING_ARG, sentence, missing=("value",), private=True)
    return Reply(await put(ctx, approvals, wish.parameter, wish.value), private=True)
