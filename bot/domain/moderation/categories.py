"""What people do wrong, by code: C01 to C18 and C99, as `categories.toml` beside this file lists them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from bot.domain.rights import Role

HR_RESTRICTED: Final = "hr_restricted"
_FILE: Final = "categories.toml"


class Severity(StrEnum):
    """How heavy a violation is; its value is what files say."""

    MILD = "mild"
    SERIOUS = "serious"
    CRITICAL = "critical"
    HUMAN = "human"  # only a human can say

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS: Final = {
    Severity.MILD: "轻微",
    Severity.SERIOUS: "较重",
    Severity.CRITICAL: "严重",
    Severity.HUMAN: "由人来定",
}


@dataclass(frozen=True, slots=True)
class Category:
    """`severity` where nobody says otherwise, `worst` how heavy it may get. `handled`: who looks into it.

    `raised`: an automatic check may ask a human to look at such a thing; none is ever punished by a check alone.
    `route`: `hr_restricted` where human resources alone may see it (女职工劳动保护特别规定 art. 11), else empty.
    `exempt`: what reports a hazard or an accident never counts as this (安全生产法 art. 54).
    `on`: False of what nobody is charged with (D5§9(一) contradicts itself).
    """

    code: str
    name: str
    about: str
    severity: Severity
    worst: Severity
    handled: tuple[Role, ...] = ()
    raised: bool = False
    route: str = ""
    exempt: bool = False
    on: bool = True

    @property
    def of_hr_alone(self) -> bool:
        return self.route == HR_RESTRICTED


@cache
def categories() -> Mapping[str, Category]:
    """All of them by code, in order; also what nobody is charged with (`on`)."""
    raw = tomllib.loads(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))["categories"]
    return MappingProxyType({each["code"]: _category(each) for each in raw})


def category(code: str) -> Category:
    """Raises KeyError for a code that there isn't."""
    return categories()[code]


def _category(raw: Mapping[str, Any]) -> Category:
    severity = Severity(raw["severity"])
    worst = Severity(raw.get("worst", severity))
    return Category(
        **{**raw, "severity": severity, "worst": worst, "handled": tuple(map(Role, raw.get("handled", ())))}
    )
