"""What the configuration says of leave: the region's law, the company's own types, what HR knows of each person."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field, field_validator, model_validator

from bot.config.coverage import CoverageSection
from bot.config.leave_balance import LeaveBalanceSection
from bot.config.sections import Section
from bot.domain.calendar.shift import Shift, read_shift
from bot.domain.leave.ledgers.entitlement import AnnualRules, MidYear, Service
from bot.domain.leave.rules import Facts, LeaveRules
from bot.domain.leave.types.catalogue import NATION, leave_types
from bot.identifiers import user_id

NIGHT = "22:00-06:00"


class LeaveOfPerson(Section):
    """`began`: since when he has worked, for whomever, as HR has proof; `joined`: here. `shift`: of who works by a
    roster, on every day. `days`: a year -> a type -> what that year gives by HR's word, whatever the service says."""

    began: date | None = None
    joined: date | None = None
    shift: str | None = None
    days: dict[int, dict[str, Decimal]] = Field(default_factory=dict)

    @field_validator("shift")
    @classmethod
    def _a_shift(cls, written: str | None) -> str | None:
        try:
            _shift(written)
        except ValueError:
            raise ValueError(f"要写成 {NIGHT} 这样，休息时间空出来") from None
        return written

    @field_validator("days")
    @classmethod
    def _not_less_than_nothing(cls, days: dict[int, dict[str, Decimal]]) -> dict[int, dict[str, Decimal]]:
        if any(amount < 0 for given in days.values() for amount in given.values()):
            raise ValueError("不能小于 0")
        return days

    @model_validator(mode="after")
    def _in_order(self) -> "LeaveOfPerson":
        if self.began and self.joined and self.joined < self.began:
            raise ValueError("joined（入职）早于 began（参加工作），请核对")
        return self

    def facts(self) -> Facts:
        service = Service(self.began, self.joined or self.began) if self.began else None
        return Facts(service, _shift(self.shift), self.days)


class LeaveSection(Section):
    """`types`: of the company's own, or what it changes of those there are; written as in packs/national.toml.
    `shifts`: what the words of a roster mean, as 夜 = "20:00-08:00"."""

    region: str = NATION
    mid_year: MidYear = MidYear.PRORATA
    sick_in_leave: bool = True
    types: list[dict[str, Any]] = Field(default_factory=list)
    coverage: list[CoverageSection] = Field(default_factory=list)
    people: dict[str, LeaveOfPerson] = Field(default_factory=dict)
    shifts: dict[str, str] = Field(default_factory=dict)
    balance: LeaveBalanceSection = Field(default_factory=LeaveBalanceSection)

    @field_validator("shifts")
    @classmethod
    def _shifts(cls, shifts: dict[str, str]) -> dict[str, str]:
        for name, hours in shifts.items():
            try:
                read_shift(hours)
            except ValueError:
                raise ValueError(f"{name} 要写成 {NIGHT} 这样，休息时间空出来") from None
        return shifts

    @model_validator(mode="after")
    def _readable(self) -> "LeaveSection":
        catalogue = leave_types(self.region, self.types)
        for user, person in self.people.items():
            for type_ in {type_ for given in person.days.values() for type_ in given}:
                if type_ not in catalogue.types:
                    raise ValueError(f"people.{user} 的 days 写了 {type_}，没有这种假")
                if not catalogue[type_].has_balance:
                    raise ValueError(f"people.{user} 的 days 写了 {type_}，这种假不设余额")
        return self

    def rules(self) -> LeaveRules:
        return LeaveRules(
            types=leave_types(self.region, self.types),
            annual=AnnualRules(
                mid_year=self.mid_year, carry_most=self.balance.carry_most, carry_until=self.balance.last_day
            ),
            limits=self.balance.limits(),
            sick_in_leave=self.sick_in_leave,
            people={user_id(user): person.facts() for user, person in self.people.items()},
            shifts=self.shifts,
            coverage=tuple(each.rule() for each in self.coverage),
        )


def _shift(written: str | None) -> Shift | None:
    return read_shift(written, rostered=True) if written else None
