"""What the editorial board has, step by step, and how far today's publishing is (D9§5); a step further by its buttons.

Example:
    小运营> /选题表
    机器人> 没有设按天发布的渠道。要用选题表，请管理员在配置里写 [[notices.channels]]。
"""

from bot.domain.rights import PUBLISHERS
from bot.services.notices.editorial.board import card
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "选题表",
    aliases=("board", "xtb"),
    summary="看选题和今天的发布进度",
    audience=PUBLISHERS,
    instead="选题表由宣传小组来看。有好的素材请告诉运营或微信主管。",
)
async def editorial_board(ctx: Context) -> Reply:
    return Reply(await card(ctx), private=True)
