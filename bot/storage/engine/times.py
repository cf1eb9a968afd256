"""Times of the pipeline: integers, milliseconds since 1970 UTC."""

from datetime import UTC, datetime
from typing import Final

NOW_MS: Final = {  # the database's own, in SQL; True: of PostgreSQL
    False: "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)",
    True: "(EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint",
}


def to_ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def from_ms(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
