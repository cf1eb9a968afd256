"""Suggest something without one's name: nobody is told who it was, and it is kept nowhere. The board shows what became
of it.

Example:
    张三> /匿名建议 加班调休能不能早点批
    机器人> XJ-20261122-001 收到，小运营会看。没有记下是谁提的，进展发 /建议看板 看。
    ⏰ 2026-11-22 10:00
    机器人→小运营> [卡片] 建议 XJ-20261122-001：人事 匿名：加班调休能不能早点批 [考虑] [采纳] [不采纳]
"""

from bot.arguments.ideas import Suggestion
from bot.services.desk.suggesting import suggest
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("匿名建议", summary="提建议，不记名字", writes=True, private=True)
async def make_unnamed_suggestion(ctx: Context, text: Suggestion) -> Reply:
    return await suggest(ctx, text.text, named=False)
