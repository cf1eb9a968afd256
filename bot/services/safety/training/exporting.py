"""Trainings as tables: a line for each person on each of them, or the hours of a year by person."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.sign_in.marks import Mark
from bot.domain.safety.training.training import Training
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.training.archive import Attended, Reader, between, hours_by_person, wanted

TITLE: Final = "培训"
HEADER: Final = (
    *("编号", "主题", "类型", "开始时间", "地点", "讲师", "学时", "姓名", "账号", "部门", "回复", "到场"),
    *("签到时间", "登记方式", "登记人", "更正理由", "考试成绩", "考试结果", "补训自"),
)
HOURS_HEADER: Final = ("姓名", "账号", "部门", "年度", "已学小时", "要求小时", "还差小时")
Whose = Collection[UserId] | None  # None: everybody's


async def details(desk: Reader, first: date, last: date, whose: Whose) -> Sequence[Sequence[str]]:
    """Of all that took place in these days, both included."""
    found = await between(desk, first, last)
    return [
        row(training, each, desk.company)
        for training, people in found
        for each in people
        if whose is None or each.presence.user in whose
    ]


def row(training: Training, attended: Attended, company: Company) -> Sequence[str]:
    presence, mark = attended.presence, company.training.pass_mark
    here, result = presence.here, attended.result
    return (
        training.number,
        training.topic,
        training.kind.value,
        f"{training.starts:%Y-%m-%d %H:%M}",
        training.place,
        company.name_of(training.trainer),
        f"{training.hours:g}",
        *_person(presence.user, company),
        "" if presence.said is Mark.INVITED else presence.said.value,
        "是" if here else "否",
        f"{here.at.astimezone(training.starts.tzinfo):%Y-%m-%d %H:%M}" if here else "",
        here.mark.value if here else "",
        company.name_of(here.by) if here and here.mark is Mark.TICKED else "",
        here.why if here else "",
        str(result.percent) if result else "",
        ("通过" if result.passed(mark) else "没通过") if result else "",
        training.made_up,
    )


async def hours_table(desk: Desk, year: int, whose: Whose) -> Sequence[Sequence[str]]:
    """Everybody who is here, also who has none."""
    first, last = (desk.now.replace(year=year, month=month, day=day) for month, day in ((1, 1), (12, 31)))
    done = hours_by_person(await between(desk, first.date(), last.date()), year, desk.now)
    return list(_hours(desk, year, done, whose))


def _hours(desk: Desk, year: int, done: Mapping[UserId, float], whose: Whose) -> Iterator[Sequence[str]]:
    for person in desk.company.people:
        if person.active and (whose is None or person.user_id in whose):
            own, want = done.get(person.user_id, 0.0), wanted(desk, person)
            left = max(0.0, want - own)
            yield (*_person(person.user_id, desk.company), str(year), f"{own:g}", str(want), f"{left:g}")


def _person(user: UserId, company: Company) -> tuple[str, str, str]:
    person = company.person(user)
    home = company.department_of(person) if person else None
    return (person.name if person else "", user, home.name if home else "")
