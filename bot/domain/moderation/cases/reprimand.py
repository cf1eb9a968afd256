"""What a 通报 says: the kind of the violation and the clause, of a department, and until when; never who it was.

Where a department is so small that everybody knows who is meant, it isn't named either.
"""

from datetime import date
from typing import Final

from bot.domain.calendar.calendar import Calendar
from bot.domain.company import Company
from bot.domain.dates import day_seen
from bot.domain.groups.group import Group
from bot.domain.moderation.ladder import Standing
from bot.domain.moderation.pack import StepKind
from bot.domain.people import Department, Person

MANY: Final = 5  # people of a department, or readers, from which on nobody is told by that who it was


def headline(standing: Standing) -> str:
    return "通报" if is_sanction(standing) else "提醒"


def is_sanction(standing: Standing) -> bool:
    """The policy binds here, forbids such a thing and knows 通报批评; else it is no more than a word to all (劳动合同法
    art. 4)."""
    return standing.allows(StepKind.NOTICE)


def text_of(who: str, where: str, standing: Standing, grounds: str, *, last: date, today: date) -> str:
    """`grounds`: the clauses, cited; of a word to all only what forbids it, or none. `who`: as `said_of` has it."""
    what, until = f"「{standing.category.name}」", f"有效到 {day_seen(last, today)}"
    if is_sanction(standing):
        return f"{who}近日在{where}出现{what}的行为，依据{grounds}给予通报批评。请大家引以为戒。本通报{until}。"
    by = f"按{grounds}" if grounds else "按公司制度"
    return f"近日{where}里出现{what}的情况，已经和当事人说明。请大家{by}使用企业微信。本提醒{until}。"


def readers(company: Company, department: Department | None, group: Group | None) -> int | None:
    """How many would read it. None: nobody knows who is in that group."""
    if group:
        return sum(map(company.is_here, group.insiders)) if group.members else None
    return sum(map(company.is_here, company.staff_of(department.name))) if department else 0


def said_of(person: Person, company: Company, group: Group | None = None) -> str:
    """`生产部一名同事`, or no more than 一名同事: so many of that department have to be among its readers."""
    department = company.department_of(person)
    staff = company.staff_of(department.name) if department else frozenset()
    pool = staff & group.insiders if group and group.members else staff
    large = sum(map(company.is_here, pool)) >= MANY
    return f"{department.name if department and large else ''}一名同事"


def last_day(today: date, days: int, calendar: Calendar) -> date:
    """The last of so many working days."""
    return calendar.add_workdays(today, days)
