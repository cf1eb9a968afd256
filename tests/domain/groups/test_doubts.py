"""What is doubtful about who is in a group: by WeCom's list, by the directory, by the day."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.company import Company
from bot.domain.groups.composition import who_must_be_in
from bot.domain.groups.doubts import Doubt, DoubtKind, doubts, entitled
from bot.domain.groups.group import Group, Guest
from bot.domain.groups.roster import Roster, corrected
from bot.files.company import load
from bot.identifiers import GroupId, UserId
from tests.chat import SAMPLE_COMPANY

COMPANY: Company = load(SAMPLE_COMPANY).company
TODAY = date(2026, 11, 23)
FREE = Group(GroupId("x"), "篮球群", members=frozenset(map(UserId, ("lisi", "wangwu"))))


def ids(*names: str) -> frozenset[UserId]:
    return frozenset(map(UserId, names))


def room(name: str) -> Group:
    """A group of the sample company in which are exactly those who have to be, or belong."""
    group = next(each for each in COMPANY.groups if each.name == name)
    return replace(group, admins=frozenset(), deputies=frozenset())


def without(name: str) -> Company:
    return replace(COMPANY, people=tuple(replace(each, active=each.user_id != name) for each in COMPANY.people))


def found(group: Group, roster: Roster | None = None, company: Company = COMPANY) -> list[tuple[DoubtKind, str]]:
    return [(each.kind, each.user or each.guest) for each in doubts(group, company, roster, TODAY)]


def test_a_list_that_agrees_leaves_no_doubt() -> None:
    assert found(FREE) == found(FREE, Roster(FREE.members)) == []


def test_a_list_that_differs() -> None:
    assert found(FREE, Roster(ids("wangwu", "chenhui"))) == [
        (DoubtKind.STRANGER, "chenhui"),
        (DoubtKind.MISSING, "lisi"),
    ]


def test_a_written_name_may_mean_two() -> None:
    roster = Roster(ids("wangwu"), maybe=ids("lisi", "mali"))
    assert found(FREE, roster) == []


def test_who_only_looks_after_it_need_not_be_in_it() -> None:
    kept = replace(FREE, admins=ids("zhoumin"))
    assert found(kept, Roster(FREE.members)) == found(kept, Roster(FREE.members | ids("zhoumin"))) == []


def test_all_that_is_known_together() -> None:
    roster = corrected(FREE.members, strangers=ids("chenhui"), missing=ids("lisi"))
    assert found(FREE, roster) == [(DoubtKind.STRANGER, "chenhui"), (DoubtKind.MISSING, "lisi")]


def test_whom_an_errand_is_about_is_left_alone() -> None:
    roster = Roster(ids("wangwu", "chenhui"))
    assert doubts(FREE, COMPANY, roster, TODAY, under_way=ids("chenhui", "lisi")) == ()
    guest = replace(FREE, guests=(Guest("恒远置业-老赵"),))
    assert doubts(guest, COMPANY, None, TODAY, guests_under_way={"恒远置业-老赵"}) == ()


def test_whom_the_directory_never_had_is_no_leaver() -> None:
    doubt = doubts(FREE, COMPANY, Roster(FREE.members | {UserId("ghost")}), TODAY)
    assert doubt == (Doubt(DoubtKind.STRANGER, UserId("ghost"), why="通讯录里没有这个人"),)


@pytest.mark.parametrize("listed", [True, False])
def test_a_leaver_is_a_doubt_until_he_is_out(listed: bool) -> None:
    assert found(FREE, Roster(FREE.members) if listed else None, without("lisi")) == [(DoubtKind.LEFT_COMPANY, "lisi")]
    assert found(FREE, Roster(ids("wangwu")), without("lisi")) == [(DoubtKind.MISSING, "lisi")]


def test_a_stranger_who_has_left_stays_a_stranger() -> None:
    doubt = doubts(FREE, without("chenan"), Roster(FREE.members | ids("chenan")), TODAY)
    assert doubt == (Doubt(DoubtKind.STRANGER, UserId("chenan"), why="已经离职"),)


def test_who_was_moved_and_who_has_to_come() -> None:
    group = room("项目B工作群")
    full = replace(group, members=who_must_be_in(group, COMPANY))
    assert found(full) == []
    assert found(replace(full, members=full.members - {UserId("wangwu")})) == [(DoubtKind.NEWCOMER, "wangwu")]
    stranger = replace(full, members=full.members | {UserId("mali")})
    assert doubts(stranger, COMPANY, None, TODAY) == (Doubt(DoubtKind.MOVED, UserId("mali"), why="现在在财务部"),)
    assert found(replace(stranger, exempt=ids("mali"))) == []


def test_who_has_to_be_in_it_and_came_without_us_is_no_stranger() -> None:
    group = replace(room("项目B工作群"), members=frozenset())
    roster = Roster(ids("wangwu", "mali"))
    kinds = {user: kind for kind, user in found(group, roster)}
    assert "wangwu" not in kinds
    assert kinds["mali"] is DoubtKind.STRANGER
    assert entitled(group, COMPANY, roster) == ids("wangwu")


def test_guests() -> None:
    guests = (
        Guest("恒远置业-李总", UserId("fengxiao"), date(2026, 11, 22)),
        Guest("恒远置业-陈工", UserId("fengxiao"), TODAY),
        Guest("恒远置业-老赵"),
    )
    group = replace(FREE, guests=guests)
    assert found(group) == [(DoubtKind.EXPIRED, "恒远置业-李总"), (DoubtKind.UNSPONSORED, "恒远置业-老赵")]
    assert found(group, company=without("fengxiao"))[1:] == [
        (DoubtKind.UNSPONSORED, "恒远置业-陈工"),
        (DoubtKind.UNSPONSORED, "恒远置业-老赵"),
    ]
    seen = Roster(FREE.members, guests=frozenset({"恒远置业-李总", "恒远置业-老赵", "路人"}))
    assert found(group, seen) == [
        (DoubtKind.EXPIRED, "恒远置业-李总"),
        (DoubtKind.MISSING, "恒远置业-陈工"),
        (DoubtKind.UNSPONSORED, "恒远置业-老赵"),
        (DoubtKind.STRANGER, "路人"),
    ]


def test_nothing_is_doubtful_while_nobody_is_known() -> None:
    assert found(FREE, Roster(ids("ghost")), Company()) == []
    assert found(replace(room("项目B工作群"), members=frozenset())) == []
