"""What of the year's safety calendar is the company's to fill in: the theme of 安全生产月, published in spring, and
groups that get the reminders."""

from datetime import date
from typing import Final

from bot.doctor._finding import Area, Finding, ok, warn
from bot.doctor._patient import Patient
from bot.domain.notices.topics import Topic
from bot.domain.safety.calendar.year import SafetyYear

AREA: Final = Area.COMPANY
NAME: Final = "安全日历"
ASKED_FOR: Final = range(4, 7)  # months in which the theme is published, and used


async def check(patient: Patient) -> list[Finding]:
    company = patient.settings.configured_company()
    told = any(Topic.SAFETY in group.subscribes for group in company.groups)
    return [of_year((await patient.now()).date(), company.safety_year, told=told)]


def of_year(today: date, year: SafetyYear, *, told: bool) -> Finding:
    """`told`: the configuration names a group that gets it; in chat others may have subscribed."""
    size = f"日历 {len(year.entries)} 条，资料库 {len(year.library)} 篇"
    if today.month in ASKED_FOR and today.year not in year.themes:
        says = f"{size}；{today.year} 年安全生产月的主题没填"
        return warn(NAME, says, f'应急管理部公布后写 [safety] themes = {{ {today.year} = "…" }}')
    if not told:
        return ok(NAME, f"{size}；配置里没有群订阅安全提醒，群里发 /订阅 安全提醒 也行")
    return ok(NAME, size)
