"""What somebody who reports hazards is credited with: points, no money. Nobody is compared with others.

国务院安委会 asks for rewards within companies; whoever told of one that others told of too is credited as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.domain.safety.hazards.hazard import Hazard, HazardState

ADOPTED: Final = 1  # points
MAJOR: Final = 5
_NOT_YET: Final = (HazardState.REPORTED, HazardState.UNFOUNDED, HazardState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Credits:
    """`adopted`: those that were found to be real; the major ones among them count for more."""

    reported: int = 0
    adopted: int = 0
    major: int = 0

    @property
    def points(self) -> int:
        return (self.adopted - self.major) * ADOPTED + self.major * MAJOR


def credits_for(hazards: Iterable[Hazard]) -> Credits:
    """`hazards`: all that he told of."""
    told = list(hazards)
    real = [each for each in told if each.state not in _NOT_YET]
    return Credits(len(told), len(real), sum(each.is_major for each in real))
