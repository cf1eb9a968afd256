"""Both ears hear better than the rules alone, of somebody whom the second one didn't learn from."""

from bench.hearing.lines import Label, read
from bench.hearing.measure import Taken, counted, sounds, taken
from bot.understanding.emergency.ear import Sound


def test_somebody_new_is_heard() -> None:
    """After having learnt from a part of the others' lines: this costs seconds, and all depends on it."""
    lines = read()
    his = [each for each in lines if each.source == "written_2"]
    others = [each for each in lines if each.source != "written_2"][::3]
    found = sounds([*others, *his], ["written_2"], rounds=6)
    alone, both = counted(found, second_ear=False), counted(found, second_ear=True)
    assert both[Label.CRY, Taken.LEFT] < 0.6 * alone[Label.CRY, Taken.LEFT]
    assert both[Label.CHATTER, Taken.RAISED] <= 0.03 * sum(each.label is Label.CHATTER for each in his)


def test_without_the_ear_the_rules_decide() -> None:
    assert taken("仓库着火了", None) is Taken.RAISED
    assert taken("那边老孟瞅着不大对劲儿", None) is Taken.LEFT
    assert taken("那边老孟瞅着不大对劲儿", Sound(0.95, 0.0)) is Taken.RAISED
    assert taken("那边老孟瞅着不大对劲儿", Sound(0.5, 0.1)) is Taken.ASKED
