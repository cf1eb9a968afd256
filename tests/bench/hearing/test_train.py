"""What the ear learns is what the lines say, and the same each time."""

import pytest

from bench.hearing.lines import Label, Line, fingerprint, read
from bench.hearing.train import train
from bot.understanding.emergency.ear import Sound, learnt, pieces, sound_of

LINES = [
    Line(text, label, "own")
    for label, texts in {
        Label.CRY: ("老李被机器夹住了", "小王掉进池子了", "有人触电了"),
        Label.HAZARD: ("护栏松了", "灭火器过期了", "插座没有盖子"),
        Label.CHATTER: ("明天几点开会", "食堂有红烧肉", "我想请两天假"),
    }.items()
    for text in texts
]


def test_it_knows_what_it_learnt_and_what_is_like_it() -> None:
    weights = train(LINES)

    def sound(text: str) -> Sound:
        return sound_of(pieces(text), weights)

    assert sound("小李被机器夹住了").cry > 0.5
    assert sound("三楼护栏松了").hazard > 0.5
    assert sound("明天食堂有什么").chatter > 0.5


def test_twice_the_same() -> None:
    assert train(LINES) == train(LINES)


def test_the_weights_that_go_along_come_from_these_lines() -> None:
    assert learnt().corpus == fingerprint(read()), "run: python -m bench.hearing train"


def test_and_are_what_is_learnt_from_them_today() -> None:
    """A word class or a folding that changed leaves the ear with pieces that it never learnt."""
    known = [each for each in read() if each.source in ("told", "written_1")][::5]
    right = sum(_said(sound_of(pieces(each.text), learnt())) is each.label for each in known)
    assert right >= 0.97 * len(known), "run: python -m bench.hearing train"


@pytest.mark.soak
def test_to_the_last_byte() -> None:
    assert train(read()) == learnt()


def _said(sound: Sound) -> Label:
    shares = {Label.CRY: sound.cry, Label.HAZARD: sound.hazard, Label.CHATTER: sound.chatter}
    return max(shares, key=lambda label: shares[label])
