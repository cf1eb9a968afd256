"""How long records of leave and attendance are kept.

个人信息保护法 art. 19: no longer than they serve. 工资支付暂行规定 art. 6: wages are worked out from them;
two years at least.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Retention:
    """`unused_papers`: of leaves that never took place. `years`: of records, after the year in which they were made."""

    unused_papers: timedelta = timedelta(days=30)
    years: int = 2

    def records_before(self, now: datetime) -> datetime:
        """What was over before then goes."""
        return now.replace(year=now.year - self.years, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
