"""Only the jobs of notices run here: others are not to speak into these chats."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.notice_digest import notice_digest
from scheduler.notice_plan import post_what_is_due
from scheduler.notice_posting import notice_posting


@pytest.fixture
def jobs() -> Sequence[Job] | None:
    return [post_what_is_due, notice_posting, notice_digest]
