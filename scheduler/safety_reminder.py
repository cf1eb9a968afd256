"""Every Monday at 08:00: the week's safety reminder, to the groups that subscribe to it.

Example:
    ⏰ 2026-11-23 08:00
    机器人→集团工作群> 【安全提醒】11月23日(周一)…
    机器人→项目A工作群> 【安全提醒】11月23日(周一)…
    机器人→项目B工作群> 【安全提醒】11月23日(周一)…
"""

from datetime import date, time, timedelta

from bot.domain.dates import day
from bot.domain.notices.topics import Topic, subscribers
from bot.shapes.context import JobContext
from bot.shapes.job import Weekly, job
from bot.shapes.outgoing import Markdown, ToGroup

HABITS = (
    "上岗前穿戴好劳保用品，检查设备防护装置是否完好。",
    "发现隐患先停下、再报告，不带病作业。",
    "消防通道和安全出口保持畅通，灭火器前不堆物。",
)
BY_SEASON = {
    range(6, 10): "高温天注意防暑：多喝水，不适时马上到阴凉处休息并告诉班组长。",
    range(11, 13): "冬季注意防火防冻：离岗断电，不用明火取暖，注意通风防一氧化碳。",
    range(1, 4): "冬春注意防火防滑：离岗断电，路面结冰慢行，注意通风防一氧化碳。",
}
REPORT = "看到危险，请马上告诉班组长和安全管理员；遇险先撤离，再拨打 119 或 120。"


@job("safety-reminder", schedule=Weekly("mon", time(8, 0)), catch_up=timedelta(hours=12))
async def remind(ctx: JobContext, _: None) -> None:
    notice = wording(ctx.slot.date())
    for group in subscribers(Topic.SAFETY, ctx.company.groups, await ctx.store.subscriptions.chosen(Topic.SAFETY)):
        ctx.tell(ToGroup(group.id), notice)


def wording(monday: date) -> Markdown:
    """The reminder of one week; the season adds a line."""
    lines = [*HABITS, *(line for months, line in BY_SEASON.items() if monday.month in months)]
    numbered = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    title = f"【安全提醒】{day(monday)}"
    return Markdown(
        f"**{title}**\n新的一周，先安全后生产：\n{numbered}\n{REPORT}",
        f"{title}\n新的一周，先安全后生产：\n{numbered}\n{REPORT}",
    )
