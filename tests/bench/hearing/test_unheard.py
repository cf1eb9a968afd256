"""Lines that were held back until all was built."""

from bench.hearing.lines import UNHEARD, Label, read, read_file
from bench.hearing.measure import Taken, as_it_is, counted

LINES = read_file(UNHEARD)


def test_nothing_learns_from_them() -> None:
    assert not {each.text for each in LINES} & {each.text for each in read()}


def test_few_cries_are_left_and_nothing_is_raised_by_talk() -> None:
    many = counted(as_it_is(LINES), second_ear=True)
    cries, talk = (sum(many[label, each] for each in Taken) for label in (Label.CRY.value, Label.CHATTER.value))
    assert (cries, talk) == (150, 96)
    assert many[Label.CRY, Taken.LEFT] <= 0.05 * cries
    assert many[Label.CHATTER, Taken.RAISED] <= 0.01 * talk
    assert many[Label.CHATTER, Taken.ASKED] <= 0.2 * talk
