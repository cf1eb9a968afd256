"""What `qunwu words test` says: which rule hit which line, how often, and how long looking took."""

import json
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.cli._table import table

if TYPE_CHECKING:
    from bot.domain.moderation.content.checks import Checks
    from bot.domain.moderation.content.finding import Finding

_HITS: Final = ("行", "哪一类", "规则", "怎么写的", "命中的字")
_COUNTS: Final = ("哪一类", "规则", "行数")


@dataclass(frozen=True, slots=True)
class Tried:
    """Lines with what was found in each; `seconds` without reading and printing; `words`: how many were looked for."""

    lines: Sequence[tuple[str, Sequence["Finding"]]]
    seconds: float
    words: int

    @classmethod
    def of(cls, lines: Sequence[str], checks: "Checks") -> "Tried":
        begun = time.perf_counter()
        found = [(line, checks.look(line)) for line in lines]
        return cls(found, time.perf_counter() - begun, len(checks.words))

    @property
    def counts(self) -> Counter[tuple[str, str]]:
        """Lines by category and rule."""
        rules = ({(each.category, each.rule) for each in found} for _, found in self.lines)
        return Counter(rule for line in rules for rule in line)

    @property
    def hit(self) -> int:
        return sum(bool(found) for _, found in self.lines)

    def as_text(self) -> str:
        rows = [
            (str(number), each.category, each.rule, each.how, line[each.start : each.end])
            for number, (line, found) in enumerate(self.lines, 1)
            for each in found
        ]
        head = (
            f"看了 {len(self.lines)} 行，{self.hit} 行有命中；{self.words} 个词，用时 {self.seconds * 1000:.1f} 毫秒。"
        )
        if not rows:
            return head
        counted = [(category, rule, str(number)) for (category, rule), number in self.counts.most_common()]
        return "\n".join([head, "", *table(_HITS, rows), "", *table(_COUNTS, counted)])

    def as_json(self) -> str:
        """`{"lines", "hit", "words", "seconds", "counts": [{"category", "rule", "lines"}], "findings": [{"line",
        "category", "rule", "how", "start", "end", "text"}]}`; lines are counted from 1."""
        findings = [
            {
                "line": number,
                "category": each.category,
                "rule": each.rule,
                "how": each.how,
                "start": each.start,
                "end": each.end,
                "text": line[each.start : each.end],
            }
            for number, (line, found) in enumerate(self.lines, 1)
            for each in found
        ]
        counts = [{"category": of, "rule": rule, "lines": number} for (of, rule), number in self.counts.most_common()]
        found = {
            "lines": len(self.lines),
            "hit": self.hit,
            "words": self.words,
            "seconds": round(self.seconds, 6),
            "counts": counts,
            "findings": findings,
        }
        return json.dumps(found, ensure_ascii=False, indent=1)
