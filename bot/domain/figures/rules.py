"""What a company wants of figures that come by themselves."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class FigureRules:
    """`weekly`: to whoever keeps groups, of last week. `monthly`: to the management, of last month, once the WeCom
    administrator has had a day to add a sentence (S285)."""

    weekly: bool = True
    monthly: bool = True


class DraftState(StrEnum):
    OPEN = "草稿"
    SENT = "已发"
    DROPPED = "不发"


@dataclass(frozen=True, slots=True)
class Draft:
    """A month's figures for the management, before they go. `words`: what an administrator has to say of them."""

    period: str
    state: DraftState = DraftState.OPEN
    words: str = ""
