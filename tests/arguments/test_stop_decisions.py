"""Whether work stops, as people say it."""

from datetime import UTC, datetime

import pytest

from bot.arguments.stop_decisions import StopDecision
from bot.domain.company import Company
from bot.domain.safety.hazards.stop import Stop
from bot.shapes.arguments import Scene, Words

SCENE = Scene(None, Company(), datetime(2026, 11, 23, tzinfo=UTC))


@pytest.mark.parametrize(
    ("said", "stop"),
    [
        ("停产撤人", Stop.ALL),
        ("全部停", Stop.ALL),
        ("马上停产", Stop.ALL),
        ("停工", Stop.ALL),
        ("局部停产", Stop.PART),
        ("停这条线", Stop.PART),
        ("边整改边生产 有人盯守", Stop.NONE),
        ("边改边干，不停产", Stop.NONE),
        ("不用停", Stop.NONE),
        ("不停产", Stop.NONE),
    ],
)
def test_it_is_read(said: str, stop: Stop) -> None:
    assert StopDecision.read(Words(said), SCENE) == StopDecision(stop)


def test_what_says_nothing_of_it_is_left_alone() -> None:
    words = Words("有人盯守")
    assert StopDecision.read(words, SCENE) is None
    assert words.left == "有人盯守"
