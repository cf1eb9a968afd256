"""How long records are kept, those of leave and attendance, of safety and of moderation.

个人信息保护法 art. 19: no longer than they serve. 工资支付暂行规定 art. 6: wages are worked out from them;
two years at least. Accidents are kept for good: nobody knows when a question about one comes. What followed a violation
is kept for longer than it can be disputed (劳动争议调解仲裁法 art. 27: a year).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Retention:
    """`unused_papers`: of leaves that never took place. `years`: of records, after the year in which they were made.

    `hazards`: years after one was over; `trainings`: after its participant has left; `sanctions`: after the end of
    their effect; `unproven`: what proves what was never found true. `held`: numbers and userids of which nothing goes,
    whatever its time (a dispute, an inquiry).
    """

    unused_papers: timedelta = timedelta(days=30)
    years: int = 2
    hazards: int = 3
    trainings: int = 3
    held: frozenset[str] = frozenset()
    sanctions: int = 2
    unproven: timedelta = timedelta(days=90)

    def records_before(self, now: datetime) -> datetime:
        """What was over before then goes."""
        return now.replace(year=now.year - self.years, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)

    def hazards_before(self, now: datetime) -> datetime:
        return _years_ago(now, self.hazards)

    def trainings_before(self, now: datetime) -> datetime:
        return _years_ago(now, self.trainings)

    def sanctions_before(self, now: datetime) -> datetime:
        return _years_ago(now, self.sanctions)


def _years_ago(now: datetime, years: int) -> datetime:
    return now - timedelta(days=366 * years)  # never a day too early
