"""What came of a survey: its author at any time, with a picture and a table; whom it was for once it is over.

Example:
    张三> /征集结果 ZJ-20261122-009
    机器人> 没有找到发给你的 ZJ-20261122-009。核对编号，或看看发给你的卡片。
"""

from bot.arguments.surveys import AskedNumber
from bot.services.surveys.results import seen
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("征集结果", aliases=("survey-results", "zjjg", "投票结果"), private=True, summary="看征集的结果")
async def survey_results(ctx: Context, id: AskedNumber) -> Reply:
    return Reply(await seen(ctx, id.number), private=True)
