"""What `qunwu policy simulate` says: past cases under a changed policy, and what one more would bring."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from bot.cli._table import table
from bot.domain.moderation.replaying import Record, Replayed, next_time, replay

if TYPE_CHECKING:
    from bot.domain.moderation.ladder import Standing
    from bot.domain.moderation.pack import Pack
    from bot.domain.moderation.rules import ModerationRules

_PAST: Final = ("谁", "单号", "什么事", "哪天", "按现在的", "改了以后")
_NEXT: Final = ("谁", "什么事", "按现在的", "改了以后")


@dataclass(frozen=True, slots=True)
class Simulation:
    past: Sequence[Replayed]
    coming: Sequence[Replayed]

    @classmethod
    def of(
        cls, records: Sequence[Record], rules: "ModerationRules", pack: "Pack", instead_of: str, now: datetime
    ) -> "Simulation":
        def changed(judged_by: str, at: datetime) -> "Pack":
            """As if it had been in force all the time."""
            before = rules.named(judged_by, at)
            return pack if before.id == instead_of else before

        return cls(replay(records, rules.named, changed), next_time(records, rules.named, changed, now))

    def as_text(self, named: Callable[[str], str], *, everybody: bool) -> str:
        if not self.past:
            return "没有可以试算的记录。"
        past, coming = ([each for each in all_ if everybody or each.changes] for all_ in (self.past, self.coming))
        changing = {each.person for each in (*self.past, *self.coming) if each.changes}
        people = {each.person for each in self.past}
        head = (
            f"看了 {len(people)} 人的 {len(self.past)} 起，{len(changing)} 人会不一样。过去的处理不变，这里只是试算。"
        )
        lines = [head]
        if past:
            cases = [(named(each.person), each.number, *_about(each)) for each in past]
            lines += ["", "过去的这几起：", *table(_PAST, cases)]
        if coming:
            more = [(named(each.person), each.before.category.name, *_steps(each)) for each in coming]
            lines += ["", "今天再有一次：", *table(_NEXT, more)]
        return "\n".join(lines)

    def as_json(self) -> str:
        """`{"past": [{"person", "number", "category", "severity", "acted_on", "before", "after", "changes"}], "next":
        [...]}`; before and after: `{"pack", "version", "count", "step", "name", "clause", "proposal", "advisory"}`."""
        found = {"past": [_plain(each) for each in self.past], "next": [_plain(each) for each in self.coming]}
        return json.dumps(found, ensure_ascii=False, indent=1)


def _about(replayed: Replayed) -> tuple[str, str, str, str]:
    standing = replayed.before
    return (standing.category.name, standing.at.date().isoformat(), *_steps(replayed))


def _steps(replayed: Replayed) -> tuple[str, str]:
    return _named(replayed.before), _named(replayed.after)


def _named(standing: "Standing") -> str:
    step = standing.step
    if step is None:
        return f"第 {standing.count} 次，由人来定"
    kind = "，只作提示" if not (standing.is_carried_out or standing.is_proposal) else ""
    kind = "，交人力资源建议" if standing.is_proposal else kind
    return f"第 {standing.count} 次，{step.name}（{step.clause}）{kind}"


def _plain(replayed: Replayed) -> dict[str, Any]:
    standing = replayed.before
    return {
        "person": replayed.person,
        "number": replayed.number,
        "category": standing.category.code,
        "severity": standing.severity.value,
        "acted_on": standing.at.date().isoformat(),
        "before": _outcome(replayed.before),
        "after": _outcome(replayed.after),
        "changes": replayed.changes,
    }


def _outcome(standing: "Standing") -> dict[str, Any]:
    step = standing.step
    return {
        "pack": standing.pack.id,
        "version": standing.pack.version,
        "count": standing.count,
        "step": step.key if step else None,
        "name": step.name if step else None,
        "clause": step.clause if step else None,
        "proposal": standing.is_proposal,
        "advisory": standing.advisory,
    }
