"""Whose a report is: never whom it is about, nor whoever stands below him, nor who told it."""

from datetime import UTC, datetime

import pytest

from bot.domain.moderation.categories import HR_RESTRICTED
from bot.domain.moderation.reports.report import Report
from bot.domain.moderation.reports.routing import handlers, is_of_keepers, is_secret, route_of
from bot.files.company import load
from bot.identifiers import GroupId, UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
PROJECT_A = COMPANY.group(GroupId("projecta"))
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def who(
    code: str, target: str | None, *, group: bool = True, teller: str = "张三", raised: bool = False, text: str = ""
) -> set[str]:
    room = PROJECT_A if group else None
    whom = COMPANY.named(target)[0] if target else None
    report = Report(
        "JB-1",
        code,
        text,
        route_of(code, whom, room, COMPANY),
        NOW,
        target=whom.user_id if whom else None,
        group=room.id if room else None,
        secret=is_secret(code),
        raised=raised,
    )
    return {
        COMPANY.name_of(UserId(user)) for user in handlers(report, COMPANY, but=(COMPANY.named(teller)[0].user_id,))
    }


def test_a_group_s_administrator_has_what_is_of_his_group() -> None:
    assert who("C15", "何苗") == {"郑群"}
    assert who("C15", "何苗", group=False) == {"王强", "周敏"}


def test_late_those_behind_have_it_too_but_of_harassment() -> None:
    assert who("C15", "何苗", raised=True) == {"郑群", "王强", "周敏"}
    assert who("C17", "何苗", raised=True) == {"李娜", "周敏"}


def test_secrets_are_information_security_s_too() -> None:
    assert who("C02", "郑群") == {"王强", "周敏", "吴管"}


@pytest.mark.parametrize("code", ["C02", "C05", "C12", "C15", "C17", "C18", "C99"])
def test_nobody_has_what_is_about_himself_his_own_leader_or_what_he_told(code: str) -> None:
    for person in COMPANY.people:
        able = who(code, person.name) if len(COMPANY.named(person.name)) == 1 else set()
        below = {each.name for each in COMPANY.people if person.user_id in each.leaders}
        assert not able & {person.name, "张三", *below}


def test_what_is_about_an_administrator_or_an_office_is_the_management_group_s() -> None:
    for name in ("郑群", "李娜", "吴管", "陈安"):
        expected = "mgmt_group"
        assert route_of("C15", COMPANY.named(name)[0], PROJECT_A, COMPANY) == expected
    assert route_of("C17", COMPANY.named("郑群")[0], PROJECT_A, COMPANY) == HR_RESTRICTED


def test_whoever_is_named_in_what_was_told_has_no_part_in_it() -> None:
    assert who("C15", None, text="郑群和何苗都在发广告") == {"王强", "周敏"}


@pytest.mark.parametrize(
    ("told", "expected"), [("群主自己发广告", True), ("管理员乱踢人", True), ("有人发广告", False)]
)
def test_who_looks_after_a_group_may_be_meant_by_no_name(told: str, *, expected: bool) -> None:
    assert is_of_keepers(told) is expected
