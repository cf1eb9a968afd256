"""Which groups nobody seems to need."""

from dataclasses import replace
from datetime import date

from bot.domain.company import Company
from bot.domain.groups.group import Group, GroupState
from bot.domain.groups.idling import Answer, Watch, doubts
from bot.domain.people import Department, Person
from bot.identifiers import ChatId, GroupId, UserId

TODAY = date(2026, 12, 3)
A, B = UserId("a"), UserId("b")
COMPANY = Company(
    people=(Person(A, "甲", 1), Person(B, "乙", 1)),
    departments=(Department(1, "集团"), Department(2, "生产部", 1)),
)
GROUP = Group(GroupId("g"), "群", departments=("生产部",), members=frozenset({A, B}), bot_chat=ChatId("c"))
WATCH = Watch(GroupId("g"), date(2026, 6, 1), seen=date(2026, 11, 30))
QUIET = replace(WATCH, seen=None)
LEFT = replace(COMPANY, people=(Person(A, "甲", 1), Person(B, "乙", 1, active=False)))


def test_what_speaks_against_it() -> None:
    kept = replace(QUIET, answer=Answer.KEEP, answered_on=date(2026, 11, 1))
    for case, group, watch, company, found in (
        ("in use", GROUP, WATCH, COMPANY, []),
        ("quiet", GROUP, QUIET, COMPANY, ["185 天没看到动静"]),
        ("not heard at all", replace(GROUP, bot_chat=None), QUIET, COMPANY, []),
        ("kept lately", GROUP, kept, COMPANY, []),
        ("kept long ago", GROUP, replace(kept, answered_on=date(2026, 8, 1)), COMPANY, ["185 天没看到动静"]),
        ("project over", replace(GROUP, departments=("项目Z",)), WATCH, COMPANY, ["它的部门通讯录里已经没有了"]),
        ("one left", GROUP, WATCH, LEFT, ["在职的同事只剩一位，或一位也没有"]),
        ("dissolved", replace(GROUP, state=GroupState.CLOSED), QUIET, LEFT, []),
    ):
        assert list(doubts(group, watch, company, TODAY)) == found, case
