"""Answer a survey in words, where there is no card at hand: an option, or an opinion. The last answer counts.

Example:
    张三> /参与征集 ZJ-20261122-009 B
    机器人> 没有找到发给你的 ZJ-20261122-009。核对编号，或看看发给你的卡片。
"""

from bot.arguments.surveys import AskedNumber, SurveyAnswer
from bot.services.surveys.faces import ANSWER_COMMAND
from bot.services.surveys.voting import answer
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    ANSWER_COMMAND,
    aliases=("take-part", "cyzj", "投票"),
    writes=True,
    private=True,
    summary="答一份征集，截止前可以改",
)
async def take_part(ctx: Context, id: AskedNumber, *, text: SurveyAnswer) -> Reply:
    return Reply(await answer(ctx, id.number, text.text), private=True)
