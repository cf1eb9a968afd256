"""Leaves as a table for the human resources. No reasons and no papers: those are looked at one by one, and noted.

Sick leave is counted twice, within the days of the table: for the human resources alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.approvals.request import Decision, Request
from bot.domain.company import Company
from bot.domain.leave.amounts import plain
from bot.domain.leave.requests.request import LeaveRequest
from bot.domain.leave.requests.sick_days import sick_days
from bot.domain.leave.seeing.sight import is_of_the_office
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.people import Person
from bot.identifiers import UserId
from bot.shapes.store import Store

TITLE: Final = "请假"
HEADER: Final = (
    "编号",
    "姓名",
    "账号",
    "工号",
    "部门",
    "种类",
    "开始",
    "结束",
    "数量",
    "单位",
    "未休",
    "提前回来",
    "状态",
    "补假",
    "天数待核",
    "续自",
    "改自",
    "提交时间",
    "经手人",
    "经手时间",
    "应交材料",
)
SICKNESS: Final = ("病假自然日", "病假工作日")  # of the days that were asked for: 医疗期 and wages of illness


@dataclass(frozen=True, slots=True)
class Export:
    """`users`: whose leaves are among the rows."""

    header: tuple[str, ...]
    rows: tuple[Sequence[str], ...]
    users: tuple[UserId, ...]


async def export(
    store: Store, company: Company, now: datetime, first: date, last: date, *, reader: Person | None
) -> Export:
    """What lies in these days or reaches into them, both included, whatever became of it.

    `reader`: for whom it is; None: for whoever runs the machine, to whom nobody's illness is shown.
    """
    begins, ends = (datetime.combine(each, time(), now.tzinfo) for each in (first, last + timedelta(days=1)))
    leaves = await store.leaves.everybodys(begins, ends)
    requests = await store.requests.several([each.number for each in leaves])
    rows = tuple(_rows(leaves, requests, company))
    users = tuple(dict.fromkeys(each.user for each in leaves))
    if reader is None or not is_of_the_office(reader, company):
        return Export(HEADER, rows, users)
    sickness = [_sickness(each, company, first, last) for each in leaves]
    return Export((*HEADER, *SICKNESS), tuple((*row, *sick) for row, sick in zip(rows, sickness, strict=True)), users)


def _sickness(leave: LeaveRequest, company: Company, first: date, last: date) -> tuple[str, str]:
    kind = company.leave.types.get(leave.type)
    days = sick_days(leave, kind.counting, company.schedule(leave.user), first, last) if kind else None
    return (plain(days.calendar), plain(days.working)) if days else ("", "")


def _rows(leaves: Iterable[LeaveRequest], requests: Mapping[str, Request], company: Company) -> Iterator[Sequence[str]]:
    for each in leaves:
        request = requests.get(each.number)
        kind = company.leave.types.get(each.type)
        yield (
            each.number,
            *_person(each.user, company),
            each.type,
            _moment(each.begins),
            _moment(each.ends),
            plain(each.amount),
            kind.counting.value if kind else "",
            plain(each.unused) if each.unused else "",
            each.returned_on.isoformat() if each.returned_on else "",
            each.state.value,
            "是" if each.retro else "",
            "是" if each.provisional else "",
            each.continues or "",
            each.replaces or "",
            _moment(each.submitted_at),
            *_decided(request.decisions if request else (), company, each.begins),
            _papers(kind, each),
        )


def _person(user: UserId, company: Company) -> tuple[str, str, str, str]:
    """Name, account, staff number, department; the account alone of whom the directory doesn't know any more."""
    person = company.person(user)
    if person is None:
        return "", user, "", ""
    department = company.department_of(person)
    return person.name, user, person.staff_no or "", department.name if department else ""


def _decided(decisions: Iterable[Decision], company: Company, like: datetime) -> tuple[str, str]:
    """Who said what, and when the last of them did."""
    made = list(decisions)
    said = [f"{_decider(each, company)}{'同意' if each.agreed else '驳回'}" for each in made]
    return "、".join(said), _moment(made[-1].at.astimezone(like.tzinfo)) if made else ""


def _decider(decision: Decision, company: Company) -> str:
    name = company.name_of(decision.by)
    return f"{name}（代 {company.name_of(decision.stead_of)}）" if decision.stead_of else name


def _papers(kind: LeaveType | None, leave: LeaveRequest) -> str:
    if kind is None or kind.papers is None or leave.state.is_off or not kind.wants_papers(leave.amount):
        return ""
    return kind.papers.what


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
