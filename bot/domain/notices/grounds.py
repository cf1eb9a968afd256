"""What a notice rests on: where it comes from, from when on it holds, when what it tells of happened (S198, S199)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.domain.dates import clock_time, full_day
from bot.domain.wording import shown
from bot.patterns import regex

LONGEST_SOURCE: Final = 60  # characters


class Need(StrEnum):
    """What a category may have to say."""

    SOURCE = "来源"
    EFFECTIVE = "生效日期"


_A_RULE: Final = regex("制度|规定|办法|细则|规程|章程|守则")
_CITED: Final = regex(r"(?:根据|按照?|依据|依照|遵照|转发)[^，。；\n《]{0,12}《[^》\n]{2,40}》")
_HOLDS: Final = regex(
    r"[自从][^，。；\n]{2,16}?(?:起|开始)(?:正式)?(?:生效|施行|执行|实施|实行)|[日号]起?(?:正式)?(?:生效|施行)"
)
NEEDS: Final[Mapping[str, frozenset[Need]]] = MappingProxyType(
    {"制度": frozenset(Need), "对外声明": frozenset({Need.SOURCE})}
)
"""What a category must say before others are asked to let it pass."""
WITHIN: Final[Mapping[str, timedelta]] = MappingProxyType(
    {
        "停电停水": timedelta(hours=2),
        "安全": timedelta(hours=4),
        "对外声明": timedelta(hours=4),
        "公司新闻": timedelta(hours=24),
    }
)
"""By category, how long after what it tells of a notice goes out in time."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """`effective`: the first day on which it holds. `happened_at`: of what it tells, known to whoever writes it."""

    source: str = ""
    effective: date | None = None
    happened_at: datetime | None = None

    def over(self, before: "Grounds") -> "Grounds":
        """What isn't said stays as it was."""
        return Grounds(
            self.source or before.source,
            self.effective or before.effective,
            self.happened_at or before.happened_at,
        )

    def lacks(self, needs: frozenset[Need], text: str) -> tuple[Need, ...]:
        """`text`: 根据《…》 and 自1月1日起施行 in it are enough."""
        known = {
            Need.SOURCE: bool(self.source or _CITED.search(text)),
            Need.EFFECTIVE: self.effective is not None or bool(_HOLDS.search(text)),
        }
        return tuple(each for each in Need if each in needs and not known[each])

    @property
    def parts(self) -> tuple[str, ...]:
        """What an approval is bound to; whatever zone a time is written in."""
        happened = self.happened_at.astimezone(UTC).isoformat() if self.happened_at else ""
        return self.source, self.effective.isoformat() if self.effective else "", happened

    @property
    def said(self) -> str:
        """Below a text: `来源：国办发明电〔2026〕7号；自2027年1月1日(周五)起生效`; empty where nothing is known."""
        source = f"来源：{shown(self.source, LONGEST_SOURCE)}" if self.source else ""
        effective = f"自{full_day(self.effective)}起生效" if self.effective else ""
        return "；".join(filter(None, (source, effective)))

    def said_to_author(self, now: datetime) -> str:
        at = self.happened_at.astimezone(now.tzinfo) if self.happened_at else None
        happened = f"事发：{clock_time(at, now)}" if at else ""
        return "；".join(filter(None, (self.said, happened)))


UNSAID: Final = Grounds()


def is_a_rule(category: str, text: str) -> bool:
    """放假 and 调休 are told of under 制度, too, and hold by themselves; what others must say they always must."""
    return category != "制度" or _A_RULE.search(text) is not None
