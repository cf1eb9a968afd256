"""The number of a report: JB-20261122-001. Another kind of number is not taken for one."""

from bot.arguments.numbers import OnlyNumbered
from bot.domain.moderation.reports.report import PREFIX


class ReportNumber(OnlyNumbered):
    wanted = f"哪一条举报？写上编号，例如 {PREFIX}-20261122-001。"
    called = "举报"
    prefixes = (PREFIX,)
