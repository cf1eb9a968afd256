from collections.abc import Sequence
from datetime import date

import pytest

from bot.shapes.job import Job
from scheduler.safety_reminder import remind, wording
from tests.chat import Chat

THREE = """
        机器人→集团工作群> 【安全提醒】{day}…
        机器人→项目A工作群> 【安全提醒】{day}…
        机器人→项目B工作群> 【安全提醒】{day}…"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def test_once_a_week_and_not_before(chat: Chat) -> None:
    await chat.play(f"""
        ⏰ 2026-11-23 07:59
        ⏰ 2026-11-23 08:00{THREE.format(day="11月23日(周一)")}
        ⏰ 2026-11-29 23:00
        ⏰ 2026-12-01 08:00{THREE.format(day="11月30日(周一)")}
    """)


def test_the_season_has_its_line() -> None:
    assert "防火防冻" in wording(date(2026, 11, 23)).plain
    assert "防暑" in wording(date(2026, 7, 6)).plain
    assert "防暑" not in wording(date(2026, 5, 4)).plain


def test_both_forms_say_the_same() -> None:
    notice = wording(date(2026, 11, 23))
    assert notice.text.replace("**", "") == notice.plain
    assert len(notice.text.encode()) <= 2048
