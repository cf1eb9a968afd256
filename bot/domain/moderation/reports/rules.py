"""How soon somebody has to begin with a report, and how long what it left behind is kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.moderation.categories import Severity
from bot.domain.moderation.reports.report import Report, ReportState


@dataclass(frozen=True, slots=True)
class ReportRules:
    """`mild`, `serious`, `critical`: until somebody has begun; where only a human can say how heavy it is, `serious`.

    `undecided`: whoever has it is reminded after so long, and again. From its end on, `unproven`: how long words and
    evidence are kept of what was withdrawn or not proven, `proven` of what was, `link`: and who told it anonymously.
    """

    mild: timedelta = timedelta(hours=24)
    serious: timedelta = timedelta(hours=2)
    critical: timedelta = timedelta(minutes=15)
    undecided: timedelta = timedelta(days=7)
    unproven: timedelta = timedelta(days=90)
    proven: timedelta = timedelta(days=731)
    link: timedelta = timedelta(days=30)

    def within(self, report: Report) -> timedelta:
        if report.secret:
            return self.critical
        match report.about.severity:
            case Severity.MILD:
                return self.mild
            case Severity.CRITICAL:
                return self.critical
        return self.serious

    def forgotten_at(self, report: Report) -> datetime | None:
        """When all of it goes; None: it isn't over."""
        if report.closed_at is None:
            return None
        return report.closed_at + (self.proven if report.state is ReportState.UPHELD else self.unproven)

    def unlinked_at(self, report: Report) -> datetime | None:
        """When nobody can tell any more who told it; None: not before all of it goes."""
        return report.closed_at + self.link if report.closed_at and report.anonymous else None
