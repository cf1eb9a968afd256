"""One year's holidays as the State Council's notice arranges them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType


class UnreadableYear(ValueError):
    """A year's table can't be used. The message is a finished Chinese sentence for whoever imports it."""


class NotPublished(UnreadableYear):
    """It can be read, and says that nothing is decided yet."""


@dataclass(frozen=True, slots=True)
class YearTable:
    """`off` and `work` map a day to its holiday's name; both may reach into the neighbouring years.

    `work` are the Saturdays and Sundays that are worked in exchange. `papers` are the addresses of the notice.
    """

    year: int
    papers: tuple[str, ...] = ()
    off: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))
    work: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def published(self) -> bool:
        """A table without a paper behind it is a placeholder, however many days it holds."""
        return bool(self.papers) and bool(self.off)
