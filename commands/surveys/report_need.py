"""A head of a department says what it needs of those who run the platform; somebody answers it by a day.

Example:
    王强> /报需求 夜班想在手机上看排班
    机器人→小运营> [卡片] HF-20261122-001 生产部的需求 王强：夜班想在手机上看排班…
    机器人> 记下了（HF-20261122-001），小运营会答复你。还有就再发一条。
"""

from bot.arguments.notice_replies import SaidToNotice
from bot.domain.rights import Role
from bot.services.surveys.asking_needs import COMMAND, NOT_YOURS, tell
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    COMMAND,
    aliases=("report-need", "bxq", "部门需求"),
    audience=frozenset({Role.DEPT_HEAD}),
    writes=True,
    private=True,
    instead=NOT_YOURS,
    summary="部门负责人报需求，限期答复",
)
async def report_need(ctx: Context, *, text: SaidToNotice) -> Reply:
    return Reply(await tell(ctx, text.text), private=True)
