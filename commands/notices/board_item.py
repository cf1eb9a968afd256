"""Write down an item for a channel that publishes by the day, and take it from step to step (D9§3).

`下一步` goes from 选题 over 采集 and 编辑 on up to the review, in which the office and whoever supervises
publishing each let it pass, never its author. The bot can't write to an official account: what is published is noted
with its link.

Example:
    小运营> /选题 车间里的老师傅
    机器人> 没有设按天发布的渠道。要用选题表，请管理员在配置里写 [[notices.channels]]。
"""

from bot.arguments.board_items import ItemStep, ItemWords
from bot.domain.rights import PUBLISHERS
from bot.errors import Code, UserError
from bot.services.notices.editorial.board import add, move
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "选题",
    aliases=("boarditem", "xt"),
    summary="记一条选题，或让它往前走一步",
    audience=PUBLISHERS,
    writes=True,
    instead="选题由宣传小组来管。有好的素材请告诉运营或微信主管。",
)
async def board_item(ctx: Context, do: ItemStep | None = None, text: ItemWords | None = None) -> Reply:
    if do:
        return Reply(await move(ctx, do.number, do.step, text.text if text else ""), private=True)
    if text is None:
        raise UserError(Code.MISSING_ARG, "题目是什么？例如：/选题 车间里的老师傅。", missing=("text",))
    return Reply(await add(ctx, text.channel, text.text), private=True)
