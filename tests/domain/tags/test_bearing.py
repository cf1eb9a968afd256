"""Who bears a tag by rule."""

from datetime import date, time

from bot.domain.accounts.newcomer import Employment
from bot.domain.calendar.shift import Shift
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.leave.rules import Facts as LeaveFacts
from bot.domain.leave.rules import LeaveRules
from bot.domain.notices.reader_kinds import ReaderKind
from bot.domain.people import Department, Person
from bot.domain.tags.bearing import Facts, bearers, unknown
from bot.domain.tags.rules import Plan, ShiftKind, TagRule, planned
from bot.domain.tags.tag import digest, must_be_asked, why_no_tag
from bot.identifiers import GroupId, UserId

LI, HE, WU, GONE = (UserId(each) for each in ("li", "he", "wu", "gone"))
COMPANY = Company(
    people=(
        Person(LI, "李四", 2, position="高压电工"),
        Person(HE, "何苗", 3, position="车间主任"),
        Person(WU, "王五", 4, position="电工"),
        Person(GONE, "走了", 2, position="电工", active=False),
    ),
    departments=(
        Department(1, "集团"),
        Department(2, "生产部", 1),
        Department(3, "一车间", 2),
        Department(4, "研发部", 1),
    ),
    groups=(Group(GroupId("a"), "项目A工作群", members=frozenset({HE, WU})),),
    leave=LeaveRules(people={WU: LeaveFacts(shift=Shift(time(22), time(6), rostered=True))}),
)
FACTS = Facts(date(2026, 11, 22), {WU: Employment.TEMPORARY}, {LI: frozenset({"电工"})})


def test_all_of_a_rule_must_hold() -> None:
    for rule, found in {
        TagRule("", departments=("生产部",)): {LI, HE},
        TagRule("", titles=("*电工",)): {LI, WU},
        TagRule("", titles=("*电工",), departments=("生产部",)): {LI},
        TagRule("", groups=("项目A工作群",)): {HE, WU},
        TagRule("", licences=("电工", "叉车")): {LI},
        TagRule("", employment=(Employment.TEMPORARY,)): {WU},
        TagRule("", employment=(Employment.REGULAR,)): {LI, HE},
        TagRule("", shifts=(ShiftKind.NIGHT,)): {WU},
        TagRule("", shifts=(ShiftKind.ROSTERED,), groups=("a",)): {WU},
        TagRule("", readers=(ReaderKind.DIRECT,)): {HE},
        TagRule("", readers=(ReaderKind.SUPPORTING,)): {LI, WU},
        TagRule(""): set(),
    }.items():
        assert bearers(rule, COMPANY, FACTS) == found, rule


def test_what_nobody_knows_is_said() -> None:
    assert unknown(TagRule("", departments=("生产部", "品牌部")), COMPANY) == "品牌部"
    assert unknown(TagRule("", groups=("项目Z群",)), COMPANY) == "项目Z群"
    assert unknown(TagRule("", departments=("生产部",), groups=("a",)), COMPANY) == ""


def test_what_is_to_be_done() -> None:
    a, b, c = UserId("a"), UserId("b"), UserId("c")
    wanted, have = frozenset({a}), frozenset({b, c})
    assert planned(wanted, frozenset({b}), have, by_rule=False) == Plan(frozenset({a}), frozenset({b}))
    assert planned(wanted, frozenset(), have, by_rule=True) == Plan(frozenset({a}), frozenset({b, c}))
    assert not planned(wanted, frozenset(), wanted, by_rule=True)


def test_many_are_asked_about() -> None:
    people = [UserId(str(number)) for number in range(10)]
    assert not must_be_asked(people[:3], 3, 30)  # few
    assert not must_be_asked(people[:4], 20, 30)
    assert must_be_asked(people[:4], 13, 30)
    assert digest(people) == digest(people[::-1]) != digest(people[1:])


def test_a_name_is_of_work() -> None:
    for name in ("高处作业证", "夜班", "项目A", "safety-officer", "直接用户"):
        assert why_no_tag(name) == "", name
    for name in ("", "长" * 33, "有 空格", "@所有人", "怀孕", "离职倾向", "回族民族"):
        assert why_no_tag(name), name
