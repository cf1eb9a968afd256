from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.surveys.stage import Stage
from bot.domain.surveys.survey import Ballot, Survey, may_show, option_named, tally
from bot.identifiers import UserId

AT = datetime(2026, 11, 22, tzinfo=UTC)
SURVEY = Survey("ZJ-1", UserId("z"), "去哪", Audience(everybody=True), AT, AT, ("爬山", "烧烤"), stage=Stage.OPEN)


@pytest.mark.parametrize(("said", "place"), [("B", 1), ("b.", 1), ("2", 1), ("烧烤。", 1), ("唱歌", None), ("C", None)])
def test_an_option_by_letter_number_or_name(said: str, place: int | None) -> None:
    assert option_named(SURVEY, said) == place


def test_votes_are_counted() -> None:
    assert tally(SURVEY, [Ballot("a", 1), Ballot("b", 1), Ballot("c", None, "都行")]) == [0, 2]


def test_of_an_anonymous_one_nothing_before_its_end_nor_of_four() -> None:
    secret = replace(SURVEY, anonymous=True)
    assert may_show(SURVEY, 1)
    assert not may_show(secret, 9)
    assert not may_show(secret.moved_to(Stage.CLOSED), 4)
    assert may_show(secret.moved_to(Stage.CLOSED), 5)
