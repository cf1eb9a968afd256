"""What was suggested and how it stands, without names: what most people want comes first (D1§一.2, S311). What nobody
has looked at yet isn't shown.

Example:
    张三> /建议 食堂晚上加一个面食窗口
    机器人→小运营> [卡片] 建议 XJ-20261122-001：行政 …
    机器人> XJ-20261122-001 收到，小运营会看。有结果我告诉你。
    李四> /建议看板
    机器人> 看板上还没有建议。有想法发 /建议 内容。
    小运营> /回复建议 XJ-20261122-001 采纳 下个月开
    机器人→张三> 你的建议 XJ-20261122-001「食堂晚上加一个面食窗口」采纳：下个月开
    机器人> XJ-20261122-001 采纳，已告诉提建议的人。
    李四> /建议看板
    机器人> 建议看板：
    · XJ-20261122-001 采纳：食堂晚上加一个面食窗口（下个月开）
    也想要哪一条，发 /附议 编号。
"""

from typing import Final

from bot.domain.desk.idea import PUBLIC, Idea
from bot.domain.wording import shown
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

LOOKED_AT: Final = 100
MOST: Final = 15
GIVEN: Final = 40  # characters


@command(
    "建议看板",
    aliases=("ideas", "需求看板", "我的建议"),
    says=("[看看|看一下]大家[都](提了|提过)(什么|哪些)建议",),
    summary="大家的建议到哪一步了",
)
async def idea_board(ctx: Context) -> Reply:
    found = await ctx.store.ideas.in_state(PUBLIC, ctx.now, most=LOOKED_AT)
    if not found:
        return Reply("看板上还没有建议。有想法发 /建议 内容。")
    wanted = await ctx.store.ideas.wanted([each.number for each in found])
    ranked = sorted(found, key=lambda each: -wanted[each.number])[:MOST]
    rows = [_row(each, wanted[each.number]) for each in ranked]
    return Reply("\n".join(["建议看板：", *rows, "也想要哪一条，发 /附议 编号。"]))


def _row(idea: Idea, wanted: int) -> str:
    why = f"（{shown(idea.why, GIVEN)}）" if idea.why else ""
    also = f"，{wanted} 人附议" if wanted else ""
    return f"· {idea.number} {idea.state}{also}：{shown(idea.text, GIVEN)}{why}"
