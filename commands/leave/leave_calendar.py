"""My own leaves as a file for the calendar of a phone or a computer: those that were agreed to, and those called off.

Opening a newer file brings the same entries up to date; nothing is there twice.

Example:
    张三> /请假日历
    机器人> 最近三个月和以后都没有已批准的假，没有可以放进日历的。要请假，发 /请假 加上种类和日期。
"""

from datetime import timedelta
from typing import Final

from bot.files.ics import calendar_file
from bot.services.attaching import attach_file
from bot.services.leave.seeing.calendars import events_of
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

LOOKS_BACK: Final = timedelta(days=90)
NAME: Final = "我的请假"
NONE: Final = "最近三个月和以后都没有已批准的假，没有可以放进日历的。要请假，发 /请假 加上种类和日期。"


@command(
    "请假日历",
    aliases=("leave-calendar", "qjrl", "请假ics"),
    private=True,
    says=(
        "[把]我的(请假|假|年假|休假)[导出|导|放|加|同步|添加|存]到[手机|我的|系统|电脑][的]日历[里|中|上]",
        "[导出|下载|发][我的](请假|休假)[的](日历文件|ics文件|ics)",
        "[把](请假|假|休假)[同步|导出|加|放]到[手机|我的|系统]日历[里|中|上]",
    ),
    summary="我的假导出成日历文件",
)
async def leave_calendar(ctx: Context) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    user = ctx.sender.user_id
    mine = await ctx.store.leaves.of(user, ctx.now, since=ctx.now - LOOKS_BACK)
    events = list(events_of(mine, ctx.company.schedule(user)))
    if not events:
        return Reply(NONE, private=True)
    await attach_file(ctx, f"{NAME}.ics", calendar_file(NAME, events, now=ctx.now), plain="我的请假，日历文件。")
    return Reply(
        "日历文件已发你，点开就能加进手机或电脑的日历。假有变化，再发一次 /请假日历，点开会更新。", private=True
    )
