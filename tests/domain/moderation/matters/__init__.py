"""A moment that these are judged at."""

from datetime import UTC, datetime
from typing import Final

AT: Final = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
