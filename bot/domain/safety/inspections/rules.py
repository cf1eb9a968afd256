"""What a company decides about inspections: its lists, and the rounds that are due again and again."""

from dataclasses import dataclass, field

from bot.domain.safety.inspections.checklist import Checklist, Checklists, shipped
from bot.domain.safety.inspections.rounds import InspectionPlan


@dataclass(frozen=True, slots=True)
class InspectionRules:
    """`plans` are those of the configuration; others are made in chat."""

    lists: Checklists = field(default_factory=shipped)
    plans: tuple[InspectionPlan, ...] = ()

    def called(self, word: str) -> Checklist | None:
        """By its name or another name of it."""
        return next((each for each in self.lists.values() if word in each.names), None)
