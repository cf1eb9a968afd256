"""Sections and numbers that are added to an accident, several at once."""

from datetime import datetime

from bot.arguments.accident_words import Added
from bot.domain.safety.accidents.statements import Topic
from bot.errors import Code
from tests.arguments.reading import FILE, read, refused


def items(text: str) -> dict[Topic, str]:
    found, _ = read(Added, text)
    return dict(found.items)


def test_several_things_at_once() -> None:
    assert items("伤亡 死亡0 重伤1；现场 起重机侧翻，油漏了\n措施：已断电") == {
        Topic.DEATHS: "0",
        Topic.SERIOUS: "1",
        Topic.SCENE: "起重机侧翻，油漏了",
        Topic.MEASURES: "已断电",
    }


def test_a_section_is_kept_as_it_was_written() -> None:
    assert items("经过 9:40 死亡1人，２人轻伤") == {Topic.COURSE: "9:40 死亡1人，２人轻伤"}
    assert items("现场 待核实") == {Topic.SCENE: ""}


def test_a_reason_goes_with_the_numbers() -> None:
    found, _ = read(Added, "重伤 0，原因 医院确认是轻伤")
    assert (found.items, found.why) == (((Topic.SERIOUS, "0"),), "医院确认是轻伤")


def test_moments_people_and_kinds() -> None:
    assert items("时间 11月22日 9:40") == {Topic.WHEN: FILE.now.replace(hour=9, minute=40).isoformat()}
    assert datetime.fromisoformat(items("负责人接报 9:45")[Topic.HEAD_KNEW]).hour == 9
    assert items("性质 交通事故") == {Topic.CHANNEL: "道路交通"}
    assert items("伤者 张三") == {Topic.VICTIM: "zhangsan"}


def test_what_is_not_understood_is_quoted_and_nothing_is_kept() -> None:
    assert "后天开会" in refused(Added, "后天开会").sentence
    assert refused(Added, "现场").code is Code.MISSING_ARG
    assert refused(Added, "性质 天灾").code is Code.UNKNOWN_TYPE
    assert refused(Added, "死亡 99999").code is Code.LIMIT
    assert refused(Added, "时间 明天 9:40").code is Code.FUTURE_DATE
