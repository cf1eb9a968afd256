"""What both ears make of a line: an alarm, a question, or nothing."""

import pytest

from bot.understanding.emergency.ear import Sound
from bot.understanding.emergency.together import Ears, Judged, judge, judged_with

CRY, CALM, NEITHER = Sound(0.97, 0.01), Sound(0.01, 0.01), Sound(0.5, 0.1)
STRANGE = "那边老孟瞅着不大对劲儿"
LONG = "新来的女工程师一出现 全场的小伙子都触电了"


def test_what_both_hear_is_raised() -> None:
    judged = judged_with("仓库着火了 快来人", CRY)
    assert judged.heard
    assert judged.by is Ears.BOTH
    assert not judged.alone


def test_what_only_the_ear_hears_is_raised_where_it_is_very_sure() -> None:
    assert judged_with(STRANGE, CRY).alone
    assert judged_with(STRANGE, NEITHER).heard is None
    assert judged_with(STRANGE, NEITHER).asked
    assert judged_with(STRANGE, CALM).by is None


@pytest.mark.parametrize("line", ["出事了", "救命", "/事故 仓库着火了 已经灭了没有人受伤", "2号线有人触电了"])
def test_a_plain_cry_is_raised_whatever_the_ear_says(line: str) -> None:
    judged = judged_with(line, CALM)
    assert judged.heard
    assert judged.by is Ears.RULES


def test_what_hardly_sounds_like_a_cry_is_asked_about() -> None:
    assert judged_with(LONG, None).heard
    judged = judged_with(LONG, Sound(0.1, 0.01))
    assert judged.heard is None
    assert (judged.asked, judged.hazard, judged.guessed) == (True, True, True)


def test_what_does_not_sound_like_one_at_all_is_left() -> None:
    assert judged_with(LONG, CALM) == Judged()
    assert judged_with("看新闻说外地一家厂炸了 大家引以为戒", CALM) == Judged()


def test_of_a_few_characters_the_ear_has_to_be_surer() -> None:
    assert not judged_with("他往外走了", NEITHER).asked
    judged = judged_with("他往外走了", CRY)
    assert judged.asked
    assert judged.heard is None


@pytest.mark.parametrize("line", ["去年老赵就是这么不大对劲儿的", "电影里那个人不大对劲儿"])
def test_what_is_past_or_told_is_never_raised_by_the_ear(line: str) -> None:
    assert judged_with(line, CRY).heard is None


def test_without_the_ear_it_is_as_before() -> None:
    assert judge(STRANGE, second_ear=False).by is None
    assert judge("仓库着火了", second_ear=False).by is Ears.RULES
    assert judge("听说隔壁厂着火了", second_ear=False).heard == judge("听说隔壁厂着火了").heard


def test_signs_and_a_place_are_asked_about() -> None:
    assert judged_with("🆘🆘二食堂", NEITHER).asked
    assert judged_with("🚑🚑🚑六楼会议室", None).asked
