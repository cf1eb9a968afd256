"""What the company says of moderation: its packs, which of them holds where, and the limits. Read from [moderation]."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

from bot.domain.groups.group import Group
from bot.domain.moderation.categories import Category
from bot.domain.moderation.content.rules import ContentRules
from bot.domain.moderation.pack import Pack
from bot.domain.moderation.reports.rules import ReportRules
from bot.domain.moderation.shelf import in_force, shipped
from bot.identifiers import GroupId

USUAL_PACK: Final = "D8"  # the only text with steps that a group's administrator can take by himself
POSTED_DAYS: Final = 10  # working days for which a 通报 counts: it says so itself
PRECEDENCE: Final[Mapping[str, str]] = MappingProxyType({"C03": "D10", "C13": "D10", "C17": "D15"})
"""Category -> the pack whose word goes before that of any group. D10§六.2: of security other texts yield to it;
D15§五.4 is the only one that names harassment."""


def all_settled(shelf: Sequence[Pack], region: str = "", *, fines: bool = False) -> tuple[Pack, ...]:
    """With what is off there taken out."""
    return tuple(pack.settled(region, fines=fines) for pack in shelf)


@cache
def _usual_shelf() -> tuple[Pack, ...]:
    return all_settled(shipped())


@dataclass(frozen=True, slots=True)
class MuteLimits:
    """`second_from`: what is longer needs a second administrator. The text says `一定时间` and no more (D8§10.2).

    `steps_out`: whoever is muted in a group that the app made is put out of it meanwhile, since WeCom lets the app do
    that and lets it mute nobody.
    """

    least: timedelta = timedelta(minutes=10)
    most: timedelta = timedelta(days=7)
    second_from: timedelta = timedelta(hours=24)
    steps_out: bool = False


@dataclass(frozen=True, slots=True)
class ModerationRules:
    """`shelf`: every version of every pack, settled for the region. Packs by their id: `by_precedence` for a category,
    `by_group`, `by_type` for a type's key, `usual` for all else, asked in this order."""

    shelf: Sequence[Pack] = field(default_factory=_usual_shelf)
    usual: str = USUAL_PACK
    by_type: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    by_group: Mapping[GroupId, str] = field(default_factory=lambda: MappingProxyType({}))
    by_precedence: Mapping[str, str] = field(default_factory=lambda: PRECEDENCE)
    region: str = ""
    fines: bool = False
    mute: MuteLimits = field(default_factory=MuteLimits)
    content: ContentRules = field(default_factory=ContentRules)
    reports: ReportRules = field(default_factory=ReportRules)
    posted_days: int = POSTED_DAYS
    weekly_check: bool = False
    keeper_code: bool = True  # with the first weekly check of a month who looks after groups confirms what he keeps to
    nominate_on: int = 0  # the day of a month on which heads are asked whom they would praise; 0: never

    def packs(self, at: datetime) -> tuple[Pack, ...]:
        """Those in force at that moment, one version of each, in order of their ids."""
        ids = dict.fromkeys(pack.id for pack in self.shelf)
        return tuple(pack for each in ids if (pack := self._in_force(each, at.date())))

    def pack(self, pack: str, version: str) -> Pack | None:
        """The one that a case was judged by, whether it still holds or not."""
        return next((each for each in self.shelf if (each.id, each.version) == (pack, version)), None)

    def pack_of(self, group: Group | None, at: datetime, category: Category | None = None) -> Pack:
        """Whose ladder is used for what was done at that moment there; None: outside of groups. There always is one:
        where what is named isn't in force yet (or no more), the next in line holds."""
        named = (
            self.by_precedence.get(category.code) if category else None,
            self.by_group.get(group.id) if group else None,
            self.by_type.get(group.kind) if group else None,
            self.usual,
        )
        found = (self._in_force(each, at.date()) for each in named if each)
        return next(filter(None, found), _last_resort())

    def named(self, pack: str, at: datetime) -> Pack:
        """By its id, as it was in force at that moment; where it wasn't, the usual one."""
        return self._in_force(pack, at.date()) or self.pack_of(None, at)

    def settled(self, pack: Pack) -> Pack:
        """One that isn't on the shelf, with what is off here taken out."""
        return pack.settled(self.region, fines=self.fines)

    def _in_force(self, pack: str, on: date) -> Pack | None:
        return in_force(self.shelf, pack, on, self.region)


def _last_resort() -> Pack:
    return next(pack for pack in shipped() if pack.id == USUAL_PACK)
