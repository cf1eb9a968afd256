"""Which step follows: from somebody's history, what he did, how heavy it is, when, and the pack that was in force.

The severity says on which list one begins, the count how far one has come on it. One act is judged by one pack.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.domain.moderation.categories import Category, Severity
from bot.domain.moderation.clauses import Clause
from bot.domain.moderation.history import History, Past, PastState, counting
from bot.domain.moderation.pack import ORDER, Pack, Step, StepKind

FIRST: Final = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands with this violation. `count`: the how manieth, this one included; `counted`: the others.

    `step`: None where a human has to say: how heavy it is, or what follows where the text has nothing.
    `next_step`: what the next one of the same severity would bring, if it is confirmed by `lapses_on`, included.
    `breaks`: the clauses that forbid it; nothing where the text doesn't name such a thing.
    `advisory`: the pack hasn't gone the way of 劳动合同法 art. 4 by that day: what isn't the order of the chat is no
    more than a hint.
    """

    pack: Pack
    category: Category
    severity: Severity
    at: datetime
    counted: tuple[Past, ...]
    step: Step | None
    next_step: Step | None

    @property
    def count(self) -> int:
        return len(self.counted) + FIRST

    @property
    def clause(self) -> Clause | None:
        return self.step.clause if self.step else None

    @property
    def breaks(self) -> tuple[Clause, ...]:
        return self.pack.forbidding(self.category)

    @property
    def advisory(self) -> bool:
        return not self.pack.procedure.binds(self.at.date())

    @property
    def is_proposal(self) -> bool:
        """Human resources decide and act; the bot hands it over."""
        return self.step is not None and self.step.is_proposal

    @property
    def is_carried_out(self) -> bool:
        """Whether the bot does (or has a human do) anything of it, rather than propose it or point it out."""
        return self.step is not None and not self.is_proposal and (self.step.keeps_order or not self.advisory)

    def allows(self, kind: StepKind) -> bool:
        """Whether somebody may decide on this step, whatever the ladder would have: order always; all else by a text
        that binds, forbids such a thing, and leaves the step to others than human resources."""
        if kind in ORDER:
            return True
        found = [step for step in self.pack.steps.values() if step.kind is kind and not step.is_proposal]
        return bool(found and self.breaks) and not self.advisory

    @property
    def contested(self) -> tuple[Past, ...]:
        """Those it counts that are appealed against; what can't be undone waits until they are decided."""
        return tuple(each for each in self.counted if each.state is PastState.APPEALED)

    @property
    def lapses_on(self) -> date:
        """The last day on which another would be counted as the next, were this one confirmed at once."""
        return self.at.date() + self.pack.window


def step_for(history: History, category: Category, severity: Severity, at: datetime, pack: Pack) -> Standing:
    """`at`: when he did it, with the company's zone; `pack`: as it was in force that day (`ModerationRules.pack_of`).

    What was confirmed after that moment doesn't count: nobody repeats what he hadn't been told yet.
    """
    counted = counting(history, category, at, pack)
    steps = pack.steps_for(severity) if category.on else ()
    named = bool(pack.forbidding(category))
    step, following = (_nth(steps, len(counted) + later, named=named) for later in (0, 1))
    return Standing(pack, category, severity, at, counted, step, following)


def _nth(steps: tuple[Step, ...], index: int, *, named: bool) -> Step | None:
    """The last one goes for all that follow. What the text doesn't forbid leads to nothing but order in the chat."""
    step = steps[min(index, len(steps) - 1)] if steps else None
    return step if step and (named or step.keeps_order) else None
