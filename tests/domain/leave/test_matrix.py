"""Who decides on a leave: the table as it stands, and who that is in a company."""

from dataclasses import replace
from fractions import Fraction

import pytest

from bot.domain.approvals.moves import opened
from bot.domain.approvals.pace import Pace
from bot.domain.approvals.request import Draft, Power
from bot.domain.approvals.selectors import Selector
from bot.domain.approvals.staffing import Staffing
from bot.domain.company import Company
from bot.domain.granting import by_account
from bot.domain.leave.requests.matrix import MATRIX, Desk, Rank, Row, plan, rank_of, row_for, selector
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.identifiers import UserId
from tests.domain.leave.requests import NOW, TYPES

PRESIDENT, FIRST, VICE, HR_HEAD, CLERK, HEAD, LEAD, WORKER, OFFICE = map(
    UserId, ("president", "first", "vice", "hrhead", "clerk", "head", "lead", "worker", "office")
)
COMPANY = Company(
    people=(
        Person(PRESIDENT, "赵国强", 1, position="总裁"),
        Person(FIRST, "钱卫东", 1, position="常务副总裁"),
        Person(VICE, "孙丽", 1, position="生产副总(分管副总)"),
        Person(HR_HEAD, "周敏", 3, position="经理"),
        Person(CLERK, "李娜", 3),
        Person(HEAD, "王强", 2, position="经理", leaders=(VICE,)),
        Person(LEAD, "郑群", 4),
        Person(WORKER, "张三", 4, leaders=(LEAD,)),
        Person(OFFICE, "林宓", 1, position="主任"),
    ),
    departments=(
        Department(1, "公司"),
        Department(2, "生产部", 1, (HEAD,)),
        Department(3, "行政人事部", 1, (HR_HEAD,)),
        Department(4, "一车间", 2),
    ),
    role_rules=by_account(
        {
            Role.HR: (CLERK, HR_HEAD),
            Role.DEPT_HEAD: (HEAD, HR_HEAD),
            Role.EXECUTIVE: (PRESIDENT, FIRST, VICE),
            Role.PRESIDENT_OFFICE: (OFFICE,),
        }
    ),
)


def desks(kind: str, days: str, applicant: UserId = WORKER) -> list[str]:
    return [turn.desk for turn in plan(TYPES[kind], Fraction(days), applicant, COMPANY).turns]


def first_asked(kind: str, days: str, applicant: UserId, company: Company = COMPANY) -> list[UserId]:
    made = plan(TYPES[kind], Fraction(days), applicant, company)
    draft = Draft("leave", applicant, "请假", made.steps)
    return [each.user for each in opened("QJ-1", draft, Staffing(company), Pace(), NOW).waits_for]


@pytest.mark.parametrize(
    ("applicant", "days", "expected", "filed"),
    [
        (WORKER, "1", ["直接上级"], ()),
        (WORKER, "1.5", ["部门负责人"], ()),
        (WORKER, "3", ["部门负责人"], ()),
        (WORKER, "3.5", ["部门负责人", "人力资源"], ()),
        (WORKER, "7", ["部门负责人", "人力资源"], ()),
        (WORKER, "8", ["部门负责人", "人力资源", "分管副总"], ()),
        (HEAD, "1", ["分管副总"], (Selector.role(Role.HR),)),
        (HEAD, "3", ["分管副总"], (Selector.role(Role.HR),)),
        (HEAD, "7", ["分管副总", "人力资源"], ()),
        (HEAD, "8", ["常务副总裁"], ()),
        (VICE, "1", ["总裁"], (Selector.role(Role.PRESIDENT_OFFICE),)),
        (VICE, "5", ["总裁"], ()),
        (FIRST, "30", ["总裁"], ()),
    ],
)
def test_the_table(applicant: UserId, days: str, expected: list[str], filed: tuple[Selector, ...]) -> None:
    made = plan(TYPES["事假"], Fraction(days), applicant, COMPANY)
    assert ([turn.desk for turn in made.turns], made.told) == (expected, filed)
    assert {turn.power for turn in made.turns} == {Power.DECIDES}


@pytest.mark.parametrize(
    ("applicant", "days", "user"),
    [
        (WORKER, "1", LEAD),  # the directory names him
        (WORKER, "2", HEAD),  # of the department above: the workshop has none
        (HEAD, "2", VICE),
        (HEAD, "8", FIRST),
        (VICE, "1", PRESIDENT),
        (PRESIDENT, "1", OFFICE),  # nobody stands above
        (HR_HEAD, "2", VICE),  # nobody in his line, so whoever bears the title
    ],
)
def test_who_that_is(applicant: UserId, days: str, user: UserId) -> None:
    assert first_asked("事假", days, applicant) == [user]


def test_who_heads_a_department_is_under_the_one_above() -> None:
    parts = tuple(replace(each, leaders=(LEAD,)) if each.id == 4 else each for each in COMPANY.departments)
    company = replace(COMPANY, departments=parts)
    assert selector(Desk.HEAD, LEAD, company) == Selector.head("生产部")
    assert selector(Desk.HEAD, WORKER, company) == Selector.head("一车间")
    assert selector(Desk.HEAD, HR_HEAD, company) == Selector.leader()


def test_nobody_decides_on_his_own() -> None:
    assert first_asked("产假", "98", CLERK) == [HR_HEAD]
    for applicant in (HEAD, HR_HEAD, VICE, FIRST, PRESIDENT):
        for days in ("1", "5", "9"):
            assert applicant not in first_asked("事假", days, applicant)


def test_who_is_in_charge_of_a_department_goes_before_the_title() -> None:
    led = replace(
        COMPANY,
        people=tuple(replace(each, leaders=(FIRST,)) if each.user_id == HR_HEAD else each for each in COMPANY.people),
    )
    assert first_asked("年假", "2", HR_HEAD, led) == [FIRST]


def test_where_there_is_no_vice_president_the_next_one_is_asked() -> None:
    without = replace(COMPANY, people=tuple(each for each in COMPANY.people if each.user_id != VICE))
    assert first_asked("事假", "2", HEAD, without) == [FIRST]


@pytest.mark.parametrize("kind", ["产假", "工伤", "丧假", "陪产假", "哺乳假"])
def test_a_right_is_refused_by_nobody(kind: str) -> None:
    made = plan(TYPES[kind], Fraction(98), WORKER, COMPANY)
    assert [(turn.desk, turn.power) for turn in made.turns] == [(Desk.HR, Power.PAPERS)]
    assert made.told == (Selector.head("生产部"),)
    assert made.steps[0].power is Power.PAPERS


def test_of_some_rights_the_dates_are_spoken_about() -> None:
    assert [turn.power for turn in plan(TYPES["年假"], Fraction(5), WORKER, COMPANY).turns] == [Power.DATES] * 2
    wedding = plan(TYPES["婚假"], Fraction(1), WORKER, COMPANY)
    assert [(turn.desk, turn.power) for turn in wedding.turns] == [
        (Desk.LEADER, Power.DATES),
        (Desk.HR, Power.PAPERS),
    ]
    assert desks("婚假", "5") == ["部门负责人", "人力资源"]  # once is enough
    assert plan(TYPES["婚假"], Fraction(2), HEAD, COMPANY).told == ()  # who checks it needn't be told


def test_ranks() -> None:
    expected = {WORKER: Rank.STAFF, LEAD: Rank.STAFF, OFFICE: Rank.STAFF, HEAD: Rank.HEAD, FIRST: Rank.EXECUTIVE}
    assert {user: rank_of(user, COMPANY) for user in expected} == expected
    assert rank_of(UserId("stranger"), COMPANY) is Rank.STAFF


def test_a_company_has_rows_of_its_own() -> None:
    rows = (Row(Rank.STAFF, 2, (Desk.HR,)),)
    assert row_for(Rank.STAFF, Fraction(30), rows) == rows[0]
    assert [turn.desk for turn in plan(TYPES["事假"], Fraction(1), WORKER, COMPANY, rows).turns] == [Desk.HR]


@pytest.mark.parametrize("rank", Rank)
def test_the_longer_the_higher_and_never_without_an_answer(rank: Rank) -> None:
    limits = [row.days for row in MATRIX if row.rank is rank]
    assert limits[-1] is None
    assert limits[:-1] == sorted(each for each in limits if each is not None)
