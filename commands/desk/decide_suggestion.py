"""Say what becomes of a suggestion, and why; whoever told it hears of it. The cards do the same.

Example:
    张三> /建议 食堂晚上加一个面食窗口
    机器人→小运营> [卡片] 建议 XJ-20261122-001：行政 …
    机器人> XJ-20261122-001 收到，小运营会看。有结果我告诉你。
    小运营> /回复建议 XJ-20261122-001 不采纳 晚上人太少
    机器人→张三> 你的建议 XJ-20261122-001「食堂晚上加一个面食窗口」不采纳：晚上人太少
    机器人> XJ-20261122-001 不采纳，已告诉提建议的人。
"""

from bot.arguments.ideas import Decision, IdeaNumber, Why
from bot.services.desk.suggesting import DECIDE_COMMAND, decide, find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(DECIDE_COMMAND, summary="回复一条建议", writes=True, private=True, hidden=True)
async def decide_suggestion(ctx: Context, id: IdeaNumber, state: Decision, *, why: Why) -> Reply:
    return Reply(await decide(ctx, await find(ctx, id.number), state.state, why.text), private=True)
