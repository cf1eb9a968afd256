"""What this month's publishing is about, or a month's to come (D9§9): set by whoever supervises publishing, the
marketing manager or the office; everybody who publishes is told, and reads it on the editorial board.

Example:
    林宓> /宣传重点 12月 冬季安全和年终表彰
    机器人→小运营> 12月宣传重点：冬季安全和年终表彰。（林宓 11月22日(周日) 定）
    机器人> 定了，宣传小组都收到了。12月宣传重点：冬季安全和年终表彰。
    小运营> /宣传重点
    机器人> 11月的宣传重点还没有定。定一个发 /宣传重点 11月 内容。
    12月宣传重点：冬季安全和年终表彰。（林宓 11月22日(周日) 定）
"""

from bot.arguments.publishing import FocusSaid
from bot.domain.rights import PUBLISHERS
from bot.services.notices.editorial.focusing import COMMAND, set_focus, shown_focus
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    COMMAND,
    aliases=("focus", "xczd", "本月重点"),
    summary="定这个月的宣传重点，看定了什么",
    audience=PUBLISHERS,
    instead="宣传重点由宣传小组来定。有建议请告诉运营或微信主管。",
)
async def focus(ctx: Context, said: FocusSaid) -> Reply:
    if said.kept:
        return Reply(await set_focus(ctx, said.month, said.words), private=True)
    return Reply(await shown_focus(ctx, said.month), private=True)
