"""What the configuration says of inspections and drills: lists that are laid over those that come along, rounds that
come again, and how often the company's trade has to practise."""

from datetime import timedelta
from pathlib import Path
from typing import Self

from pydantic import Field, field_validator, model_validator

from bot.config.sections import Section, meaning_of
from bot.domain.notices.on_holiday import OnHoliday
from bot.domain.safety.drills.rhythm import DrillRules
from bot.domain.safety.inspections.checklist import Checklists, checklists, shipped
from bot.domain.safety.inspections.rounds import USUAL, InspectionPlan
from bot.domain.safety.inspections.rules import InspectionRules
from bot.errors import UserError
from bot.identifiers import user_id
from bot.when.read_recurrence import read_recurrence


class PlannedSection(Section):
    """`every` as people say it: 每周一8:30, 节前3天. `inspector` by userid, `checklist` by its name."""

    every: str = Field(min_length=2, max_length=40)
    place: str = Field(min_length=1, max_length=20)
    checklist: str = Field(min_length=1)
    inspector: str = Field(min_length=1)
    on_holiday: OnHoliday = OnHoliday.NEXT_WORKDAY

    @field_validator("every")
    @classmethod
    def _understood(cls, every: str) -> str:
        _recurrence(every)
        return every

    def plan(self) -> InspectionPlan:
        return InspectionPlan(
            f"{self.place}/{self.checklist}",
            self.checklist,
            self.place,
            user_id(self.inspector),
            _recurrence(self.every),
            self.on_holiday,
        )


class InspectionsSection(Section):
    """`lists`: a file of check lists."""

    lists: str = ""
    plans: list[PlannedSection] = Field(default_factory=list)

    @field_validator("lists")
    @classmethod
    def _readable(cls, path: str) -> str:
        _lists(path)
        return path

    @field_validator("plans")
    @classmethod
    def _each_once(cls, plans: list[PlannedSection]) -> list[PlannedSection]:
        numbers = [each.plan().number for each in plans]
        if twice := next((each for each in numbers if numbers.count(each) > 1), None):
            raise ValueError(f"{twice} 写了两遍，一个地方一张表只写一次")
        return plans

    @model_validator(mode="after")
    def _lists_that_there_are(self) -> Self:
        lists = _lists(self.lists)
        if strange := next((each.checklist for each in self.plans if each.checklist not in lists), None):
            raise ValueError(f"没有「{strange}」这张检查表，有 {'、'.join(lists)}")
        return self

    def rules(self) -> InspectionRules:
        return InspectionRules(_lists(self.lists), tuple(each.plan() for each in self.plans))


class DrillsSection(Section):
    """`half_yearly`: hazardous goods, mining, metal, rail, construction, crowded places (应急条例 art. 8)."""

    half_yearly: bool = False
    watched: bool = True
    ahead_days: int = Field(default=30, ge=7, le=90)

    def rules(self) -> DrillRules:
        return DrillRules(self.half_yearly, self.watched, timedelta(days=self.ahead_days))


def _lists(path: str) -> Checklists:
    """Raises ValueError with a Chinese line."""
    return meaning_of(Path(path), checklists) if path else shipped()


def _recurrence(every: str) -> str:
    """Raises ValueError with a Chinese line."""
    try:
        taken = read_recurrence(every)
        if taken and not taken.rest.strip():
            return taken.settled().text(USUAL)
    except UserError as error:
        raise ValueError(error.sentence) from None
    raise ValueError(f"every 写的「{every}」没看懂，例如 每周一8:30、每月第一个工作日、节前3天")
