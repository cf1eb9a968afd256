"""Only the jobs of notices run here: others are not to speak into these chats."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.notice_posting import notice_posting
from scheduler.notice_recall import notice_recall
from scheduler.notice_receipts import notice_receipts


@pytest.fixture
def jobs() -> Sequence[Job] | None:
    return [notice_posting, notice_receipts, notice_recall]
