"""Cases to judge: an accident as it was reported, and what was stated since."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.reports import Accident, AccidentKind, CompanyLevel, Facts
from bot.domain.safety.accidents.statements import Statement, Topic
from bot.identifiers import UserId

NOW: Final = datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
CHEN: Final = UserId("chenan")


def case(
    *said: tuple[Topic, str] | tuple[Topic, str, int],
    text: str = "3号车间出事了",
    kind: AccidentKind = AccidentKind.OTHER,
    level: CompanyLevel | None = None,
    injured: int | None = None,
    urgent: bool = False,
) -> Case:
    """What is `said` comes one minute after the other, or so many minutes after the report."""
    facts = Facts(text, urgent=urgent, kind=kind, level=level, injured=injured)
    statements = [
        Statement(NOW + timedelta(minutes=each[2] if len(each) > 2 else number), CHEN, each[0], each[1])
        for number, each in enumerate(said, 1)
    ]
    return Case(Accident("SG-20261122-001", facts, UserId("zhangsan"), NOW, NOW), tuple(statements))
