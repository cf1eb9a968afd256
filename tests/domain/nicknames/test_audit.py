"""Many nicknames at once: counted, the wrong ones first, and in the time that a hundred thousand people may take."""

import time
from datetime import timedelta

from bench.nicknames import company
from bot.domain.groups.group import Group
from bot.domain.nicknames.audit import audit
from bot.domain.nicknames.known import Known, Source
from bot.domain.nicknames.matching import Matched
from bot.domain.nicknames.survey import newest, pasted, survey
from bot.domain.nicknames.verdicts import Fault, NicknameResult
from bot.identifiers import GroupId, UserId
from tests.domain.nicknames.company import COMPANY, NOW

REGISTER = COMPANY.register
GROUP = Group(
    GroupId("a"), "项目A工作群", members=frozenset(map(UserId, ("zhangsan", "lisi", "yang1", "yang2", "boss")))
)


def used(user: str, nickname: str, group: GroupId | None = GROUP.id, hours: int = 0, **more) -> Known:  # type: ignore[no-untyped-def]
    return Known(
        UserId(user), nickname, more.pop("source", Source.DECLARED), NOW + timedelta(hours=hours), group, **more
    )


def audited(*known: Known):  # type: ignore[no-untyped-def]
    return audit([(COMPANY.person(each.holder), each) for each in known], REGISTER, NOW)  # type: ignore[misc]


def test_everything_is_counted_and_the_wrong_ones_come_first() -> None:
    found = audited(used("zhangsan", "生产部张三"), used("lisi", "四哥"), used("boss", "赵国强"), used("yang1", "张三"))
    assert found.counts == {
        NicknameResult.NORMALIZED: 1,
        NicknameResult.NOT_REAL_NAME: 1,
        NicknameResult.EXECUTIVE: 1,
        Fault.IMPERSONATION: 1,
    }
    assert [each.person.user_id for each in found.findings] == ["lisi", "yang1", "zhangsan"]
    assert [each.person.user_id for each in found.wrong] == ["lisi", "yang1"]


def test_what_two_namesakes_use_alike_stands_for_neither() -> None:
    found = audited(used("yang1", "生产部-刘洋2"), used("yang2", "生产部 刘洋2"), used("zhangsan", "生产部-张三"))
    assert [(each.person.user_id, each.verdict.outcome, each.verdict.suggest) for each in found.wrong] == [
        ("yang1", NicknameResult.DUPLICATE_NAME, "生产部-刘洋0086"),
        ("yang2", NicknameResult.DUPLICATE_NAME, "生产部-刘洋0213"),
    ]


def test_the_same_nickname_in_two_groups_is_no_meeting() -> None:
    assert not audited(used("yang1", "生产部-刘洋2"), used("yang2", "生产部-刘洋3")).wrong


def test_the_newest_word_counts() -> None:
    known = [
        used("zhangsan", "三哥"),
        used("zhangsan", "生产部-张三", None, 1),
        used("lisi", "四哥", hours=2),
        used("lisi", "李四", None),
    ]
    assert {user: each.nickname for user, each in newest(known, GROUP).items()} == {
        "zhangsan": "生产部-张三",
        "lisi": "四哥",
    }
    assert newest([used("david", "小D", None)], GROUP) == {}, "he is not in this group"


def test_a_survey_says_of_whom_nothing_is_known() -> None:
    known = [
        used("zhangsan", "三哥", source=Source.PASTED),
        used("wm1", "恒远置业-李总", outsider=True),
        used("wm2", "赵国强", outsider=True),
    ]
    found = survey(GROUP, known, REGISTER, NOW)
    assert [person.user_id for person in found.silent] == ["boss", "lisi", "yang1", "yang2"]
    assert (found.people, found.fine, found.outsiders, found.members_known) == (5, 0, 2, True)
    assert found.wrong_outsiders == (("赵国强", Fault.IMPERSONATION),)
    assert found.sources[Source.PASTED] == 1


def test_pasted_lines_find_their_owners() -> None:
    lines = ["生产部-三哥张三", "刘洋", "四处看看", "总裁办赵国强", "研发部-David Chen", "生产部-张三"]
    known, rest = pasted(lines, GROUP, REGISTER, NOW)
    assert {each.holder: each.nickname for each in known} == {"zhangsan": "生产部-三哥张三", "boss": "总裁办赵国强"}
    assert [(each.nickname, len(each.people)) for each in rest] == [
        ("刘洋", 2),
        ("四处看看", 0),
        ("研发部-David Chen", 0),
        ("生产部-张三", 1),
    ]
    assert rest[1] == Matched("四处看看", ())


def test_a_hundred_thousand_people() -> None:
    """Two seconds is the promise, this thread's processor time the measure; a square would take hours."""
    register, everybody = company(100_000)
    begun = time.thread_time()
    found = audit(everybody, register, NOW)
    assert time.thread_time() - begun < 6.0
    assert found.checked == 100_000
    assert 4_000 < len(found.wrong) < 10_000


def test_a_hundred_thousand_of_one_name() -> None:
    register, everybody = company(20_000, names=("张伟",))
    begun = time.thread_time()
    audit(everybody, register, NOW)
    assert time.thread_time() - begun < 3.0
