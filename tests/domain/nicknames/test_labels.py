"""Every outcome has a word that fits a chart."""

from bot.domain.nicknames.labels import label
from bot.domain.nicknames.verdicts import Fault, NicknameResult
from bot.pictures.bars import LONGEST_LABEL
from bot.pictures.svg import shortened


def test_every_outcome_has_its_own_word_and_none_is_cut() -> None:
    words = [label(each) for each in (*NicknameResult, *Fault)]
    assert len(set(words)) == len(words)
    assert [shortened(word, LONGEST_LABEL) for word in words] == words
