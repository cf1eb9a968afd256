"""Nobody is named, a small department isn't either, and what no policy allows is a word to all."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.moderation.cases.reprimand import headline, readers, said_of, text_of
from bot.domain.moderation.categories import Severity, category
from bot.domain.moderation.ladder import Standing, step_for
from bot.domain.moderation.pack import Procedure
from bot.domain.moderation.shelf import adopted, shipped
from bot.domain.people import Department, Person
from bot.identifiers import GroupId, UserId

AT = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
DONE = Procedure(date(2026, 1, 5), date(2026, 1, 12), date(2026, 1, 20), 96)


def stands(pack: str, *, binds: bool) -> Standing:
    found = next(each for each in shipped() if each.id == pack)
    held = adopted(found, DONE, date(2026, 2, 1)) if binds else found
    return step_for((), category("C12"), Severity.MILD, AT, held)


def said(pack: str, *, binds: bool) -> str:
    last, today = date(2026, 12, 4), AT.date()
    return text_of("生产部一名同事", "项目A工作群", stands(pack, binds=binds), "《…》第8条", last=last, today=today)


def test_what_binds_is_a_reprimand_and_all_else_a_reminder() -> None:
    assert said("D5", binds=True).startswith(
        "生产部一名同事近日在项目A工作群出现「辱骂和诽谤」的行为，依据《…》第8条给予通报批评。"
    )
    assert headline(stands("D5", binds=True)) == "通报"
    for reminder in (said("D5", binds=False), said("D8", binds=True)):
        assert "通报" not in reminder
        assert "生产部" not in reminder
        assert reminder.endswith("本提醒有效到 12月4日(周五)。")


def test_a_department_of_few_is_not_named() -> None:
    people = tuple(Person(UserId(f"u{number}"), f"张{number}", 2) for number in range(5))
    company = Company(people, (Department(1, "公司"), Department(2, "生产部", 1)))
    assert said_of(people[0], company) == "生产部一名同事"
    gone = replace(company, people=(*people[:4], replace(people[4], active=False)))
    assert said_of(people[0], gone) == "一名同事"


def test_of_whose_department_few_are_in_the_group_no_department_is_named() -> None:
    people = tuple(Person(UserId(f"u{number}"), f"员工{number}", 2) for number in range(6))
    company = Company(people=people, departments=(Department(2, "生产部", 1),))
    group = Group(GroupId("g"), "群", members=frozenset({UserId("u0"), UserId("u1")}))
    assert said_of(people[0], company) == "生产部一名同事"
    assert said_of(people[0], company, group) == "一名同事"
    assert readers(company, None, group) == 2
    assert readers(company, company.departments[0], None) == 6
    assert readers(company, None, Group(GroupId("g"), "群")) is None
