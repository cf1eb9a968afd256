"""Days of the company's own, as people type them."""

import pytest

from bot.arguments.own_days import OwnDays
from bot.domain.calendar.own_days import Own, OwnDay
from bot.errors import UserError
from bot.files.company import load
from bot.shapes.arguments import Scene, Words
from tests.chat import SAMPLE_COMPANY
from tests.domain.calendar.days import d

FILE = load(SAMPLE_COMPANY)
SCENE = Scene(FILE.company.people[0], FILE.company, FILE.now)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("12月31日", [OwnDay(d("2026-12-31"), Own.OFF)]),
        ("2026-12-31 放假 跨年", [OwnDay(d("2026-12-31"), Own.OFF, "跨年")]),
        ("12月31日下午 跨年", [OwnDay(d("2026-12-31"), Own.AFTERNOON_OFF, "跨年")]),
        ("12月31日上午放假", [OwnDay(d("2026-12-31"), Own.MORNING_OFF)]),
        ("12月26日上班", [OwnDay(d("2026-12-26"), Own.WORKED)]),
        ("公司补班 12月26日", [OwnDay(d("2026-12-26"), Own.WORKED)]),
        ("12月26日 补班（跨年）", [OwnDay(d("2026-12-26"), Own.WORKED, "跨年")]),
        ("取消 12月31日", [OwnDay(d("2026-12-31"), Own.AS_USUAL)]),
        ("取消12月31日放假", [OwnDay(d("2026-12-31"), Own.AS_USUAL)]),
        ("厂庆 12月24日到12月25日", [OwnDay(d(f"2026-12-{each}"), Own.OFF, "厂庆") for each in (24, 25)]),
    ],
)
def test_days(said: str, days: list[OwnDay]) -> None:
    found = OwnDays.read(Words(said), SCENE)
    assert found
    assert list(found.days) == days


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("12月31日15点到17点", "按天或半天"),
        ("12月1日到12月25日", "一次最多 15 天"),
        ("12月31日 一二三四五六七八九十一二三四五六七八九十一", "名目最多 20 个字"),
    ],
)
def test_what_is_too_much(said: str, words: str) -> None:
    with pytest.raises(UserError) as refused:
        OwnDays.read(Words(said), SCENE)
    assert words in refused.value.sentence


def test_without_a_day_it_is_asked_for() -> None:
    assert OwnDays.read(Words("跨年"), SCENE) is None
