"""What a company asks of its people's training. The defaults are usual ones, for the company to confirm."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.domain.safety.training.training import PASS_MARK


@dataclass(frozen=True, slots=True)
class TrainingRules:
    """Hours are those of a year. `newcomer_hours`: 生产经营单位安全培训规定 art. 13 (72 where the trade is dangerous).

    `hours_of`: a department -> its own. `newcomers`: whoever joins gets a draft of his three-level training.
    """

    newcomer_hours: int = 24
    yearly_hours: int = 8
    hours_of: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    pass_mark: int = PASS_MARK
    newcomers: bool = False

    def wanted(self, departments: tuple[str, ...], *, is_new: bool) -> int:
        """`departments`: his own first, then those above it."""
        own = next((self.hours_of[each] for each in departments if each in self.hours_of), self.yearly_hours)
        return max(own, self.newcomer_hours) if is_new else own
