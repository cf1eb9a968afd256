"""What a company may decide about nicknames; where D7§7 leaves something open, it is decided here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from fnmatch import translate
from types import MappingProxyType
from typing import Final

from bot.identifiers import UserId
from bot.patterns import regex

# D7§7: 总裁, 副总裁, (常务)副总裁, 各分管副总. Nobody else: 总裁助理, 总监 and 董事长 are not on that list.
EXECUTIVES: Final = (
    "总裁",
    "副总裁",
    "常务副总裁",
    "集团总裁",
    "集团副总裁",
    "集团常务副总裁",
    "*分管副总",
    "*分管副总裁",
    "分管*副总",
    "分管*副总裁",
)
REMIND_AFTER: Final = (1, 3, 7)
_PARTS: Final = regex(r"[\s、，,/／;；|()（）\[\]【】]+|兼任?")


@dataclass(frozen=True, slots=True)
class NicknameRules:
    """`executives`: titles, `*` for anything. `banned`: the company's own words, beside those that are built in.

    `hosts`: seconded people -> the department that they work in now. `any_department`: with several departments, each
    may stand in the nickname, not the main one alone. `remind_after`: days since somebody's nickname was found wrong;
    the list to the group's administrator follows the last one. `grace`: how long a department's former name may stand.
    """

    executives: tuple[str, ...] = EXECUTIVES
    banned: tuple[str, ...] = ()
    hosts: Mapping[UserId, str] = field(default_factory=lambda: MappingProxyType({}))
    any_department: bool = False
    grace: timedelta = timedelta(days=7)
    remind_after: tuple[int, ...] = REMIND_AFTER
    patrol_day: str = "mon"

    def is_executive(self, position: str) -> bool:
        """Each part of the title counts by itself: 集团营销副总(分管副总), 副总裁兼财务总监."""
        if not position:
            return False
        pattern = re.compile("|".join(translate(each) for each in self.executives) or r"(?!)")
        return any(pattern.match(part) for part in _PARTS.split(position) if part)


@dataclass(frozen=True, slots=True)
class Moved:
    """A department's name that stood in nicknames until `at`.

    Of one person (`user`), who changed departments, or of everybody in the department that was renamed (`department`).
    """

    former: str
    at: datetime
    user: UserId | None = None
    department: int | None = None
