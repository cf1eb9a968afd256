from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.confirmations import CONFIRM_WITHIN, Confirmation, ConfirmationState
from bot.identifiers import UserId

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)


def test_it_is_open_until_its_deadline_and_no_longer() -> None:
    asked = Confirmation(1, UserId("zhangsan"), "/退订 安全提醒", NOW, NOW + CONFIRM_WITHIN)
    assert asked.is_open(NOW + CONFIRM_WITHIN)
    assert not asked.is_open(NOW + 2 * CONFIRM_WITHIN)
    assert not replace(asked, state=ConfirmationState.DONE).is_open(NOW)
