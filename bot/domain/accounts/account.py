"""What is known of an account beside the directory: how it came about, for how long it is, and whether its owner has
looked at it this year (S39, S40, S48, S59, S60)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.domain.accounts.newcomer import Employment, why_no_name
from bot.domain.company import Company
from bot.domain.people import Person
from bot.identifiers import UserId

UNNAMED_POSTS: Final = frozenset({"", "无", "-", "/", "待定", "暂无"})


class Origin(StrEnum):
    BEFORE = "原有"  # there when the bot looked first
    ASKED = "申请开通"
    FOUND = "没有申请"  # turned up in the directory


@dataclass(frozen=True, slots=True)
class Account:
    """`seen_on`: the day on which it was in the directory first. `until`: the last day of somebody who is here for a
    time; `sponsor` answers for who comes from outside. `confirmed_on`: when its owner said that what stands there is
    right."""

    user: UserId
    origin: Origin
    seen_on: date
    employment: Employment = Employment.REGULAR
    until: date | None = None
    sponsor: UserId | None = None
    confirmed_on: date | None = None


def lacking(person: Person, company: Company) -> Sequence[str]:
    """What a profile must have and hasn't (D2§6, D3§7), as people call it."""
    root = {each.id for each in company.departments if each.parent is None}
    found = []
    if why_no_name(person.name, company.register):
        found.append("真实姓名")
    if len(company.departments) > len(root) and set(person.departments or (person.main_department,)) <= root:
        found.append("部门")
    if person.position.strip() in UNNAMED_POSTS:
        found.append("职务")
    return found
