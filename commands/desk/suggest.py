"""Suggest something. It is received, considered, taken up or not and why, and done; each step comes back (S274).

Example:
    张三> /建议 食堂晚上加一个面食窗口
    机器人→小运营> [卡片] 建议 XJ-20261122-001：行政 张三：食堂晚上加一个面食窗口 [考虑] [采纳] [不采纳]
    机器人> XJ-20261122-001 收到，小运营会看。有结果我告诉你。
    小运营> 按 [采纳]
    机器人> [卡片] 建议 XJ-20261122-001 打算怎么做、大概什么时候？直接回我，会告诉提建议的人。不办了回「算了」。
    小运营> 下个月开
    机器人→张三> 你的建议 XJ-20261122-001「食堂晚上加一个面食窗口」采纳：下个月开
    机器人> XJ-20261122-001 采纳，已告诉提建议的人。
"""

from bot.arguments.ideas import Suggestion
from bot.services.desk.suggesting import suggest
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "建议",
    aliases=("suggest", "提建议", "合理化建议"),
    says=(
        "(我想|我要|想|要|我有|有)[给公司|给领导|跟公司][提|说](个|一个|条|一条|点|些)建议…",
        "…[，]我建议…",
        "我建议…",
        "[我]建议(公司|领导|食堂|班车|把|给|能不能|增加|加一|改|取消)…",
    ),
    summary="提建议，每一步都告诉你",
    writes=True,
    private=True,
    whole=True,
)
async def make_suggestion(ctx: Context, text: Suggestion) -> Reply:
    return await suggest(ctx, text.text, named=True)
