"""The calendar asks heads of departments for their report; who sent none by the next working morning is asked again and
listed to who answers for safety."""

from dataclasses import replace
from datetime import date

from bot.domain.people import Department
from bot.domain.rights import Role
from bot.domain.safety.calendar.entry import Entry
from bot.domain.safety.dept_reports.period import Period, wanted_on
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.department_heads import led_by
from bot.services.safety.dept_reports.showing import missing, named
from bot.services.safety.dept_reports.telling import form
from bot.services.safety.dept_reports.wording import COMMAND
from bot.shapes.outgoing import Text, ToPerson


async def ask(desk: Desk, user: UserId, entry: Entry, on: date, words: str) -> None:
    """A card for each department that he speaks for and that hasn't reported. `words`: the entry's own."""
    period = wanted_on(on, entry.when.rhythm)
    lacking = await missing(desk, period)
    for each in led_by(user, desk.company):
        if desk.company.finder.departments.path(each) in lacking:
            await _send(desk, each, period, user, words)


async def list_missing(desk: Desk, entry: Entry, on: date) -> None:
    period = wanted_on(on, entry.when.rhythm)
    lacking = await missing(desk, period)
    if not lacking:
        return
    for user in desk.company.serving(Role.DEPT_HEAD):
        for each in led_by(user, desk.company):
            if desk.company.finder.departments.path(each) in lacking:
                await _send(desk, each, period, user, "还没收到你部门的安全情况。")
    label = period.said(desk.now.date())
    words = (
        f"{label}的部门安全报告还有 {len(lacking)} 个没报：{named(lacking)}。已经提醒过。看报了的发 /{COMMAND} 汇总。"
    )
    for officer in desk.company.serving(Role.SAFETY_ADMIN):
        desk.tell(ToPerson(officer), Text(words))


async def _send(desk: Desk, department: Department, period: Period, user: UserId, words: str) -> None:
    card = await form(desk, department, period, user)
    desk.tell(ToPerson(user), replace(card, desc=f"{words}\n{card.desc}", plain=f"{words}\n{card.plain}"))
