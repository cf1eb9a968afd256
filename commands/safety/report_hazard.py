"""Report a hazard: where and what, in any order, in a word or a sentence. Photos go along with it, or follow.

Anybody may. It has its number at once; a safety officer looks at it, and its reporter hears of every step. Who wants
not to be named writes 匿名.

Example:
    张三> /隐患 3号车间 配电箱门坏了 线都露出来了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-001 配电箱门坏了 线都露出来了 地点：3号车间 类型：电气…
    机器人> [卡片] 已登记 YH-20261122-001 3号车间：配电箱门坏了 线都露出来了（电气）。已转安全管理员…
"""

from bot.arguments.hazards import HazardTold
from bot.domain.rights import EVERYBODY
from bot.services.safety.hazards.reporting import COMMAND, report
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.hazards.sentences import speaks_of_hazard


@command(
    COMMAND,
    aliases=("hazard", "报隐患", "隐患上报", "上报隐患"),
    summary="报告隐患，马上转给安全管理员",
    audience=EVERYBODY,
    writes=True,
    says=("[我|我要|我想|帮我|给我|想|要][上]报[个|一个|一条|一下|下][安全]隐患[啊|吧|哈|，|：|:|就是|是]…",),
    recognises=speaks_of_hazard,
)
async def report_hazard(ctx: Context, told: HazardTold) -> Reply:
    return await report(ctx, told.facts)
