"""What somebody is told when a hazard wants him: above its card, and as a line of a list."""

from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import day
from bot.domain.safety.hazards.deadlines import Due, days_over
from bot.domain.safety.hazards.hazard import Hazard, HazardState
from bot.domain.safety.hazards.reminders import To
from bot.domain.safety.hazards.rights import officers

_IN_TIME: Final = "改好了按「申请验收」，来不及按「申请延期」。"


def sentence(hazard: Hazard, due: Due, to: To, company: Company, now: datetime) -> str:
    """What he reads above the card."""
    if to is To.GIVE:
        return "责任人已经不在公司，请改派。"
    match due:
        case Due.ASSIGN | Due.ASSIGN_LATE | Due.UNASSIGNED:
            return _unassigned(hazard, due, to, company, now)
        case Due.ACCEPT:
            return "这条派给了你，还没有按「收到」。"
        case Due.TOMORROW:
            return f"{_until(hazard)}到期。{_IN_TIME}"
        case Due.OVERDUE:
            return f"期限{_until(hazard)}，已经超期 {over(hazard, company, now)}{_whose(hazard, to, company)}"
        case Due.VERIFY:
            return "整改已经做完，还在等验收。"
        case Due.DAILY:
            return "请在 18:30 前报今天的进展：做了什么，还差什么。"
        case Due.DAILY_MISSED:
            return f"今天还没有{_owner(hazard, company)}的日报，请问一问现场情况。"
        case Due.FILE:
            return "重大隐患要报监管部门，并向职代会报告（安全生产法第41条），还没有登记。"
    return ""


def short(hazard: Hazard, due: Due, to: To, company: Company, now: datetime) -> str:
    """The same in a few characters."""
    if to is To.GIVE:
        return "责任人不在了，要改派"
    match due:
        case Due.ASSIGN | Due.ASSIGN_LATE | Due.UNASSIGNED:
            said = "还没核实" if hazard.state is HazardState.REPORTED else "还没派单"
            return said if to is To.DO else f"{said}，请催安全管理员"
        case Due.ACCEPT:
            return "还没按「收到」"
        case Due.TOMORROW:
            return f"{_until(hazard)}到期"
        case Due.OVERDUE:
            who = "" if to is To.DO else f"，{_owner(hazard, company)}"
            return f"超期 {over(hazard, company, now)}{who}"
        case Due.VERIFY:
            return "等你验收"
        case Due.DAILY:
            return "要报今天的进展"
        case Due.DAILY_MISSED:
            return "今天没有日报"
        case Due.FILE:
            return "还没报监管部门"
    return "回头看"


def over(hazard: Hazard, company: Company, now: datetime) -> str:
    """`3 个工作日`"""
    days = days_over(hazard, company.pace.calendar, now.date())
    return f"{days} {'天' if hazard.is_major else '个工作日'}"


def _unassigned(hazard: Hazard, due: Due, to: To, company: Company, now: datetime) -> str:
    if due is Due.ASSIGN_LATE:
        names = "、".join(map(company.name_of, officers(company))) or "安全管理员"
        return f"登记一小时了，还没有派单。请联系{names}，或到现场先看一看。"
    since = "登记半小时了" if due is Due.ASSIGN else f"{day(_reported(hazard, now).date())}登记的，到今天"
    if to is not To.DO:
        return f"{since}还没有派单。请督促安全管理员。"
    how = "请先核实分级。" if hazard.state is HazardState.REPORTED else "请派单。"
    return f"{since}{'，' if due is Due.ASSIGN else ''}还没有派单。{how}"


def _whose(hazard: Hazard, to: To, company: Company) -> str:
    match to:
        case To.ABOVE:
            return f"，责任人是{_owner(hazard, company)}。请督促，有困难帮忙协调。"
        case To.TOP:
            return f"，责任人是{_owner(hazard, company)}。请过问。"
    return f"。{_IN_TIME}"


def _owner(hazard: Hazard, company: Company) -> str:
    return company.name_of(hazard.plan.owner) if hazard.plan.owner else "责任人"


def _until(hazard: Hazard) -> str:
    return day(hazard.plan.due) if hazard.plan.due else "今天"


def _reported(hazard: Hazard, now: datetime) -> datetime:
    return hazard.reported_at.astimezone(now.tzinfo)
