"""What else falls due by the date is another test's."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.survey_clock import survey_clock


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (survey_clock,)
