"""Say what is wrong in what is kept about me: human resources put it right and answer within 15 working days.

Example:
    张三> /更正资料 我的入职日期应该是 2018年3月1日
    机器人→李娜> [卡片] 张三 要求更正个人信息 SJ-20261122-001 我的入职日期应该是 2018年3月1日…
    机器人→周敏> [卡片] 张三 要求更正个人信息 SJ-20261122-001 我的入职日期应该是 2018年3月1日…
    机器人> 已提交 SJ-20261122-001，李娜、周敏会处理，12月11日(周五)前答复你。
"""

from bot.arguments.data_wishes import WishWords
from bot.domain.privacy.wishes import Wanted
from bot.services.privacy.wishing import ask
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "更正资料",
    aliases=("correct-my-data", "更正我的数据", "更正我的资料", "更正个人信息"),
    summary="我的资料有错，请人改",
    writes=True,
    private=True,
)
async def correct_my_data(ctx: Context, text: WishWords) -> Reply:
    return Reply(await ask(ctx, Wanted.CORRECTION, text.text), private=True)
