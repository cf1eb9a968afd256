"""How many said what, of whoever is in the group now."""

from datetime import UTC, datetime

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.rules import Consent, ConsentState, RulesVersion, Way
from bot.domain.people import Person
from bot.identifiers import GroupId, UserId
from bot.services.groups.rules.numbers import Tally, rows, told

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
PA = Group(GroupId("pa"), "项目A工作群", "E4")
PEOPLE = tuple(Person(UserId(user), name, 1) for user, name in (("a", "甲"), ("b", "乙"), ("c", "丙"), ("d", "丁")))
SAID = (
    Consent(UserId("a"), PA.id, 2, ConsentState.AGREED, agreed_at=NOW, way=Way.BUTTON),
    Consent(UserId("b"), PA.id, 2, ConsentState.DEEMED, asked_at=NOW, deemed_at=NOW),
    Consent(UserId("c"), PA.id, 2, ConsentState.REFUSED, agreed_at=NOW, refused_at=NOW, way=Way.BUTTON),
)
FOUND = Tally(PA, RulesVersion(PA.id, 2, "不外传。", NOW), PEOPLE, {each.user: each.state for each in SAID})


def test_each_kind_is_counted_apart() -> None:
    assert told(FOUND, Company(people=PEOPLE)) == (
        "群里 4 人：已同意 1，不同意 1，视为知悉 1，没问过 1。「视为知悉」不算同意。\n还没表态的：丁。"
    )


def test_the_table_has_whoever_agreed_last_and_no_way_for_others() -> None:
    assert list(rows(FOUND, SAID, Company(people=PEOPLE), NOW)) == [
        ("乙", "", "视为知悉", "10:00", ""),
        ("丙", "", "不同意", "10:00", ""),
        ("丁", "", "没问过", "", ""),
        ("甲", "", "已同意", "10:00", "按钮"),
    ]
