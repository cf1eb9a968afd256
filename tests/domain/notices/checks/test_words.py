"""Words that make somebody look are a hint, and stop nothing."""

from bot.domain.moderation.content.in_use import WordsInUse
from bot.domain.notices.checks.words import words


def test_one_hint_for_all_of_them() -> None:
    (hint,) = words("六合彩开奖，加薇信领福利，六合彩", WordsInUse())
    assert hint.code is None
    assert hint.sentence == "里面有像赌博、广告的字样，别人可能会看错，请再看一眼。"


def test_nothing_to_say() -> None:
    assert list(words("周五下午三点停电检修", WordsInUse())) == []
    assert list(words("严禁赌博", WordsInUse())) == []
