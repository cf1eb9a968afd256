"""Whether what somebody heard is what a text says: by the pairs of characters that they share."""

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from bot.domain.desk.knowledge.synonyms import folded
from bot.patterns import regex

T = TypeVar("T")

ALIKE: Final = 0.6  # share of what was heard that the text says too
FEWEST: Final = 4  # pairs of what was heard, else it says nothing
LONGEST: Final = 300  # characters of what was heard
_HEARSAY: Final = regex(
    "听说|据说|有人说|都在传|群里说|群里传|网上说|是真的吗|是不是真的|真的假的|真的吗|是真是假|属实吗|是否属实|对不对|是吗|[吗呢啊呀吧么]"
)
_RUNS: Final = regex(r"[\u3400-\u9fff]+|[a-z0-9]+")


def claim(text: str) -> str:
    """What is said to be so, without that somebody heard it or asks whether it is."""
    return _HEARSAY.sub("", text).strip(" ，,。？?！!：:；;")


def likest(heard: str, texts: Iterable[tuple[T, str]]) -> T | None:
    """Of which of them it may be a copy; None: of none. Of equal ones the first."""
    pairs = _pairs(claim(heard))
    if len(pairs) < FEWEST:
        return None
    best, found = ALIKE, None
    for each, text in texts:
        share = len(pairs & _pairs(text)) / len(pairs)
        if share > best or (share == best and found is None):
            best, found = share, each
    return found


def _pairs(text: str) -> frozenset[str]:
    runs: Sequence[str] = _RUNS.findall(folded(text[: LONGEST * 10]))
    return frozenset(
        pair
        for run in runs
        for pair in ([run] if run[0] < "\u3400" else [run[place : place + 2] for place in range(len(run) - 1)])
    )
