"""Who lets a notice pass: the keeper his group, the head his department, office and leader what goes further."""

import pytest

from bot.domain.approvals.selectors import Selector
from bot.domain.groups.group import Group
from bot.domain.notices.audience import Audience, readers
from bot.domain.notices.notice import Draft, OfCase
from bot.domain.notices.reach import Reach, ensure_may_write, reach_of, reviews, reviews_of
from bot.domain.notices.topics import Topic
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.identifiers import GroupId, UserId
from tests.arguments.reading import FILE

COMPANY = FILE.company
A, B, MARKETING = GroupId("projecta"), GroupId("projectb"), GroupId("marketinga")
OFFICE, LEADER = Selector.role(Role.PRESIDENT_OFFICE), Selector.title("常务副总裁")


def rooms(audience: Audience) -> tuple[Group, ...]:
    return readers(audience, COMPANY, {}).groups


def asked(author: str, audience: Audience) -> list[Selector]:
    steps = reviews(UserId(author), audience, COMPANY, rooms(audience))
    return [selector for step in steps for selector in step.selectors]


@pytest.mark.parametrize(
    ("author", "audience", "expected"),
    [
        ("zhengqun", Audience(groups=(A,)), []),
        ("zhoumin", Audience(groups=(A,)), [Selector.keeper(A)]),
        ("chenan", Audience(groups=(A,)), []),  # it subscribes to safety
        ("chenan", Audience(topic=Topic.SAFETY), []),
        ("zhoumin", Audience(topic=Topic.SAFETY), [Selector.role(Role.SAFETY_ADMIN)]),
        ("wangqiang", Audience(departments=("生产部",)), []),
        ("wangqiang", Audience(departments=("生产部", "研发部")), [Selector.head("研发部")]),
        ("zhengqun", Audience(everybody=True), [OFFICE, LEADER]),
        ("fengxiao", Audience(groups=(MARKETING,)), [OFFICE, LEADER]),  # customers read along
        ("zhoumin", Audience(roles=(Role.DEPT_HEAD,)), [OFFICE, LEADER]),
        ("zhaoguoqiang", Audience(everybody=True), [OFFICE]),  # nobody stands above the president
    ],
)
def test_who_is_asked(author: str, audience: Audience, expected: list[Selector]) -> None:
    assert asked(author, audience) == expected


@pytest.mark.parametrize(
    ("author", "audience", "before"),
    [
        ("zhoumin", Audience(groups=(A,)), []),  # not its keeper, whom it may be about
        ("zhengqun", Audience(departments=("生产部",)), []),
        ("fengxiao", Audience(groups=(MARKETING,)), [OFFICE, LEADER]),
    ],
)
def test_what_speaks_of_a_violation_takes_the_management_group(
    author: str, audience: Audience, before: list[Selector]
) -> None:
    for higher, after in ((False, []), (True, [Selector.role(Role.EXECUTIVE)])):
        draft = Draft("…", audience, of_case=OfCase("WG-1", UserId("zhangsan"), higher=higher))
        steps = reviews_of(UserId(author), draft, COMPANY, rooms(audience))
        expected = [*before, Selector.role(Role.MGMT_GROUP), *after]
        assert [selector for step in steps for selector in step.selectors] == expected


@pytest.mark.parametrize(
    ("audience", "reach"),
    [
        (Audience(groups=(A,)), Reach.GROUP),
        (Audience(departments=("生产部",)), Reach.DEPARTMENT),
        (Audience(everybody=True), Reach.COMPANY),
        (Audience(groups=(MARKETING,), everybody=True), Reach.OUTSIDE),
    ],
)
def test_how_far_it_reaches(audience: Audience, reach: Reach) -> None:
    assert reach_of(audience, COMPANY, rooms(audience)) is reach


def test_a_keeper_writes_to_his_own_groups_alone() -> None:
    keeper, both = COMPANY.named("郑群")[0], Audience(groups=(A, B))
    with pytest.raises(UserError) as raised:
        ensure_may_write(keeper, both, COMPANY, rooms(both))
    assert raised.value.code is Code.NO_PERMISSION
    ensure_may_write(COMPANY.named("王强")[0], both, COMPANY, rooms(both))  # its keeper is going to be asked


def test_many_names_are_an_audience() -> None:
    many = Audience(people=tuple(UserId(f"u{number}") for number in range(21)))
    with pytest.raises(UserError) as raised:
        ensure_may_write(COMPANY.named("王强")[0], many, COMPANY, ())
    assert raised.value.code is Code.LIMIT
