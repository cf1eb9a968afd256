"""What was reported, then what was stated: the last word counts, and none is lost."""

from bot.domain.safety.accidents.case import Case, Channel, is_lowered
from bot.domain.safety.accidents.grading import Grade
from bot.domain.safety.accidents.reports import AccidentKind, CompanyLevel
from bot.domain.safety.accidents.statements import Filing, Topic
from bot.domain.safety.accidents.tally import Tally
from tests.domain.safety.accidents.cases import NOW, case


def test_a_report_already_tells_some_numbers() -> None:
    assert case(injured=0).tally == Tally(deaths=0, serious=0, minor=0)
    assert case(level=CompanyLevel.MINOR, injured=2).tally == Tally(deaths=0, serious=0, minor=2)
    assert case(level=CompanyLevel.SERIOUS, injured=3).tally == Tally(serious=1)
    assert case(level=CompanyLevel.DEATH).tally == Tally(deaths=1)
    assert case(injured=2).tally == Tally()


def test_the_last_word_counts_and_may_be_that_nobody_knows() -> None:
    told = case((Topic.DEATHS, "1"), (Topic.DEATHS, "3"), (Topic.SERIOUS, "4"), (Topic.SERIOUS, ""))
    assert told.tally == Tally(deaths=3)
    assert told.grade is Grade.LARGER
    assert len(told.said) == 4


def test_what_is_missing_is_told_in_the_order_of_the_form() -> None:
    bare = case()
    assert bare.missing[:4] == (Topic.UNIT, Topic.WHEN, Topic.PLACE, Topic.SCENE)
    assert Topic.COURSE not in bare.missing  # the reporter's words
    assert Topic.SCENE not in case((Topic.SCENE, "起重机侧翻")).missing
    assert Topic.COURSE in case((Topic.COURSE, "")).missing


def test_road_and_fire_have_a_week_all_others_thirty_days() -> None:
    def channel(text: str, kind: AccidentKind) -> Channel:
        return case(text=text, kind=kind).channel

    assert channel("仓库着火", AccidentKind.FIRE) is Channel.FIRE
    assert channel("高速上货车追尾", AccidentKind.VEHICLE) is Channel.ROAD
    assert channel("厂区里叉车撞人", AccidentKind.VEHICLE) is Channel.PRODUCTION
    assert channel("3号车间触电", AccidentKind.ELECTRIC) is Channel.PRODUCTION
    assert [each.window_days for each in (Channel.FIRE, Channel.ROAD, Channel.PRODUCTION)] == [7, 7, 30]
    assert case((Topic.CHANNEL, "生产安全"), kind=AccidentKind.FIRE).channel is Channel.PRODUCTION


def test_the_statute_has_no_grade_for_what_it_is_not_about() -> None:
    assert case((Topic.CHANNEL, "环境"), (Topic.DEATHS, "3")).grade is None


def test_less_is_lowered_and_so_is_unknown_after_known() -> None:
    def lowered(*values: str, topic: Topic = Topic.DEATHS) -> bool:
        after = case(*((topic, value) for value in values))
        return is_lowered(after.up_to(len(values) - 1), after)

    assert lowered("2", "1")
    assert lowered("2", "")
    assert not lowered("1", "2")
    assert not lowered("")
    assert not lowered("0", "")
    assert lowered("3000000", "2000000", topic=Topic.LOSS)
    assert not lowered("2", "0", topic=Topic.TRAPPED)
    assert not lowered("2", "1", topic=Topic.MISSING)
    before = case((Topic.DEATHS, "3"))
    assert is_lowered(before, Case(before.accident, (*before.said, *case((Topic.CHANNEL, "环境")).said)))


def test_who_dies_of_his_injury_lowers_nothing() -> None:
    before = case((Topic.DEATHS, "0"), (Topic.SERIOUS, "2"), (Topic.MINOR, "1"))
    died = Case(before.accident, (*before.said, *case((Topic.DEATHS, "1"), (Topic.SERIOUS, "1")).said))
    healed = Case(before.accident, (*before.said, *case((Topic.SERIOUS, "1"), (Topic.MINOR, "2")).said))
    assert not is_lowered(before, died)
    assert is_lowered(before, healed)


def test_every_filing_is_kept() -> None:
    filing = Filing(NOW, "区应急管理局", "李科长")
    assert Filing.read(filing.written()) == filing
    assert case((Topic.FILED, filing.written()), (Topic.FILED, filing.written())).filings == (filing, filing)
