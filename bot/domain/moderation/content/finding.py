"""What a check found in a text: a reason for a human to look, and no more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`rule` is short and never the very words: 赌博, 身份证号. `start` and `end`: places in the text."""

    rule: str
    category: str
    start: int
    end: int
    how: str = "原样"
