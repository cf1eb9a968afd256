"""Which years' holidays are known: without a notice, a leave over the turn of the year is counted provisionally."""

from datetime import date
from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.domain.calendar.calendar import Calendar
from bot.services.calendar.calendar_book import composed

AREA: Final = Area.COMPANY
NAME: Final = "放假安排"
LATE: Final = 12  # the month by which the State Council has arranged the year after; often it does in November
IMPORT: Final = "国务院办公厅公布后，人力资源发 /导入放假 并贴上通知全文和网址，两人核对；或更新程序"


async def check(patient: Patient) -> list[Finding]:
    return [years((await patient.now()).date(), await _calendar(patient))]


async def _calendar(patient: Patient) -> Calendar:
    """As the bot has it; without the database, which has a check of its own, as it is configured."""
    configured = patient.settings.calendar.calendar()
    if patient.diagnosis is None:
        return configured
    try:
        return composed(configured, *await patient.diagnosis.calendar())
    except Exception:
        return configured


def years(today: date, calendar: Calendar) -> Finding:
    """This year must be known, and the next one once it is time."""
    known = "、".join(str(year) for year in sorted(calendar.years) if calendar.is_published(year))
    this, following = today.year, today.year + 1
    if not calendar.is_published(this):
        return fail(NAME, f"没有 {this} 年的，调休和请假天数都算不准（有 {known or '空'}）", IMPORT)
    if today.month >= LATE and not calendar.is_published(following):
        return warn(NAME, f"有 {known}；没有 {following} 年的，跨年的天数只能暂估", IMPORT)
    return ok(NAME, f"有 {known}")
