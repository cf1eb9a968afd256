"""What the company decides about safety: its areas, and how long reporters are protected. Read from [safety]."""

from dataclasses import dataclass, field
from datetime import timedelta

from bot.domain.safety.accidents.rules import AccidentRules
from bot.domain.safety.calls.rules import CallRules
from bot.domain.safety.drills.rhythm import DrillRules
from bot.domain.safety.hazards.criteria import Criterion
from bot.domain.safety.inspections.rules import InspectionRules
from bot.identifiers import GroupId, UserId


@dataclass(frozen=True, slots=True)
class Area:
    """A site or a part of one (D4§5.1(2)). `department` owns it; one without a `code` was made up for a department.

    `responsible` and his `deputy` are told first; `groups`: where everybody is told; empty: whoever subscribed.
    """

    name: str
    code: str = ""
    aliases: tuple[str, ...] = ()
    department: str = ""
    responsible: UserId | None = None
    deputy: UserId | None = None
    groups: tuple[GroupId, ...] = ()


@dataclass(frozen=True, slots=True)
class SafetyRules:
    """`protected`: how long nobody punishes a reporter without a higher approver (安全生产法 art. 54, 55).

    `weather_every`: how often the weather feed is read; None: there is none. `criteria`: what the standards of the
    company's trades call a major hazard. `second_ear`: whether cries for help are heard by what was learnt from others,
    too, and not only by rules. `outsiders_link`: a form of the company's own on which people of other companies report
    what they see, since nobody outside can write to the bot (D4§2).
    """

    areas: tuple[Area, ...] = ()
    protected: timedelta = timedelta(days=90)
    calls: CallRules = field(default_factory=CallRules)
    accidents: AccidentRules = field(default_factory=AccidentRules)
    inspections: InspectionRules = field(default_factory=InspectionRules)
    drills: DrillRules = field(default_factory=DrillRules)
    weather_every: timedelta | None = None
    criteria: tuple[Criterion, ...] = ()
    second_ear: bool = True
    outsiders_link: str = ""
