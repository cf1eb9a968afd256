"""What is read before anybody writes comes to nothing, and breaks nowhere."""

from datetime import UTC, datetime

from structlog.testing import capture_logs

from bot.discovery import find_commands
from bot.domain.company import Company
from bot.queueing.rush import Rush
from bot.rehearsal import rehearse


async def test_a_rehearsal_breaks_nowhere() -> None:
    with capture_logs() as logs:
        await rehearse(Company(), find_commands(), datetime(2026, 11, 23, 9, tzinfo=UTC), Rush().over)
    assert logs == []
