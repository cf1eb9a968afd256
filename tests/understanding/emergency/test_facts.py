"""What is read from a report; what isn't said stays open."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.safety.accidents.reports import AccidentKind, CompanyLevel
from bot.understanding.emergency.facts import gist, read_facts

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("words", "place", "kind", "injured", "level", "urgent"),
    [
        ("3号车间有人被机器夹住了！！快", "3号车间", "机械伤害", 1, None, True),
        ("仓库着火 人都出来了", "仓库", "火灾", 0, None, True),
        ("2号线 李师傅手指划伤 已送医", "2号线", "机械伤害", 1, "轻伤", False),
        ("嗯就是三号库房那边失火了", "三号库房", "火灾", None, None, True),
        ("４栋403着火", "４栋403", "火灾", None, None, True),
        ("地下车库两个保洁晕倒了", "地下车库", "其他", 2, None, True),
        ("好几个人受伤", None, "其他", None, None, True),
        ("配电间触电 死了一个人", "配电间", "触电", 1, "死亡", True),
        ("叉车撞了货架 没伤到人", None, "车辆", 0, None, False),
        ("差点砸到人 3号楼塔吊掉东西", "3号楼", "机械伤害", None, "未遂", False),
        ("12号机烫伤2人", "12号机", "其他", 2, "轻伤", False),
        ("食堂门口有人滑倒骨折", "食堂门口", "其他", 1, "重伤", True),
        ("一线员工在会上说的", None, "其他", None, None, False),
    ],
)
def test_what_a_report_says(
    words: str, place: str | None, kind: str, injured: int | None, level: str | None, urgent: bool
) -> None:
    facts = read_facts(words, NOW)
    assert (facts.place, facts.kind, facts.injured, facts.level) == (
        place,
        AccidentKind(kind),
        injured,
        CompanyLevel(level) if level else None,
    )
    assert facts.urgent == urgent
    assert facts.text == words


@pytest.mark.parametrize(
    ("words", "injured"),
    [
        ("二十一个工人中毒晕倒", 21),
        ("砸伤俩人", 2),
        ("仨人被埋了", 3),
        ("冲压线两三个人受伤", 2),
        ("塌方压了三四十人", 30),
        ("一百二十人中毒", 120),
        ("120人中毒", 120),
        ("高处坠落一人 已打120", 1),
        ("有限空间里两个人没反应了", 2),
        ("机器绞到人了", 1),
        ("2号炉喷出来烫了两个人", 2),
        ("有人被电到了躺地上", 1),
        ("周一两人受伤", 2),
        ("十十人受伤", None),
    ],
)
def test_how_many_at_least(words: str, injured: int | None) -> None:
    assert read_facts(words, NOW).injured == injured


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("3号车间有人被机器夹住了！！快", "有人被机器夹住了"),
        ("仓库着火 人都出来了", "着火 人都出来了"),
        ("2号线 李师傅手指划伤 已送医", "李师傅手指划伤 已送医"),
        ("11.22 9:40 2号线 李师傅手指划伤 已送医", "李师傅手指划伤 已送医"),
        ("仓库", "仓库"),
    ],
)
def test_the_gist_leaves_out_place_and_haste(words: str, left: str) -> None:
    assert gist(words, NOW) == left


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("11.22 9:40 2号线 李师傅手指划伤 已送医", "2026-11-22T09:40"),
        ("昨晚8点冲压线有人压伤", "2026-11-21T20:00"),
        ("昨天下午2号线有人扭伤脚", None),  # which hour nobody said
        ("仓库着火了", None),
        ("120叫了吗", None),
    ],
)
def test_when_it_happened(words: str, at: str | None) -> None:
    found = read_facts(words, NOW).at
    assert (found and found.replace(tzinfo=None).isoformat(timespec="minutes")) == at


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert read_facts(text, NOW).text == text
    gist(text, NOW)


@pytest.mark.parametrize("words", ["3号车间行车吊物掉下来砸死人了", "叉车撞死一个人", "二楼电死两人"])
def test_whoever_was_killed_is_dead(words: str) -> None:
    assert read_facts(words, NOW).level is CompanyLevel.DEATH
