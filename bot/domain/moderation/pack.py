"""A policy pack: one company text about discipline in chats, as data: what it forbids, what follows, who decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.domain.moderation.categories import Category, Severity
from bot.domain.moderation.clauses import Clause, cited
from bot.domain.rights import Role

WINDOW: Final = timedelta(days=180)
APPEAL_DAYS: Final = 3  # working days
ANSWER_DAYS: Final = 5  # working days
NOWHERE: Final = Clause("")
SEVERITIES: Final = (Severity.MILD, Severity.SERIOUS, Severity.CRITICAL)


class StepKind(StrEnum):
    """What a step is, whatever a text calls it."""

    EDUCATION = "education"
    WARNING = "warning"
    NOTICE = "notice"  # 通报批评: a notice that is reviewed before it goes out
    MUTE = "mute"
    REMOVE = "remove"
    RESTRICT = "restrict"  # the bot's commands
    SUSPEND_ACCOUNT = "suspend_account"
    HR_CASE = "hr_case"
    LEGAL = "legal"


PAUSABLE: Final = (StepKind.MUTE, StepKind.REMOVE, StepKind.SUSPEND_ACCOUNT)
A_WORD: Final = frozenset({StepKind.EDUCATION, StepKind.WARNING})  # nothing is milder
ORDER: Final = frozenset({*A_WORD, StepKind.MUTE, StepKind.REMOVE})
"""What keeps a chat in order, which a group's administrator may do without a policy; nobody's job depends on it."""


class Touches(StrEnum):
    """What a step changes beyond the chat; then it is a proposal to human resources, never carried out by the bot."""

    NOTHING = ""
    PAY = "pay"
    EMPLOYMENT = "employment"


class Repeat(StrEnum):
    """Which earlier violations make one a repetition."""

    SAME = "same"  # of the same category
    ANY = "any"


class Decay(StrEnum):
    """How earlier violations cease to count."""

    RESTART = "restart"  # all of them, once a whole window has passed without another being confirmed
    EACH = "each"  # each by itself, a window after it was confirmed


@dataclass(frozen=True, slots=True)
class Step:
    """`text`: what the clause says, in short. `decides`: roles, any one of them; `approvals` of them must agree.

    `irreversible`: can't be undone by a successful appeal. `corrects`: the person is asked to put it right.
    `reports_up`: whoever is above is told as well. `fine`: money is taken, which law allows in few places, if at all;
    `off_in`: regions where it is off whatever the company says. `instead`: the key of the step in its place there.
    `in_place_of`: the name of the step that this one stands in for.
    """

    key: str
    name: str
    kind: StepKind
    clause: Clause
    text: str = ""
    decides: tuple[Role, ...] = ()
    approvals: int = 1
    touches: Touches = Touches.NOTHING
    irreversible: bool = False
    corrects: bool = False
    reports_up: bool = False
    fine: bool = False
    off_in: tuple[str, ...] = ()
    instead: str = ""
    in_place_of: str = ""

    @property
    def is_proposal(self) -> bool:
        """It goes to human resources (or the lawyers), who decide and act; the bot does nothing of it."""
        return (
            self.irreversible or self.touches is not Touches.NOTHING or self.kind in (StepKind.HR_CASE, StepKind.LEGAL)
        )

    @property
    def keeps_order(self) -> bool:
        return self.kind in ORDER and not self.is_proposal


@dataclass(frozen=True, slots=True)
class Procedure:
    """How the text became binding (劳动合同法 art. 4): discussed with the staff, the union consulted, published.

    `ack`: percent of the staff that have confirmed it.
    """

    discussed: date | None = None
    consulted: date | None = None
    published: date | None = None
    ack: int | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """What was not done yet, in words."""
        parts = (("职工讨论", self.discussed), ("征求工会意见", self.consulted), ("公示", self.published))
        return (*(name for name, done in parts if done is None), *(() if self.ack else ("员工签收",)))

    def binds(self, on: date) -> bool:
        return not self.missing and all(
            done and done <= on for done in (self.discussed, self.consulted, self.published)
        )


@dataclass(frozen=True, slots=True)
class Pack:
    """One version of one text. In force from `since` to `until`, both included; None: without an end.

    `partial`: what is missing of the text; empty: nothing. `regions`: where it holds; empty: everywhere.
    `forbids`: a category's code -> where the text forbids it. `ladder`: of each severity the keys of the steps, for the
    first time, the second and so on; the last one goes for all that follow. `left_open`: what the text doesn't say, and
    how it is read here. `rewards`: where it says that merits count; empty: nowhere. Days are working days.
    `tells`: by a category's code the roles that hear what was done about such a violation (D15§八.3).
    `pauses`: steps that are put off while somebody appeals against them; what can't be undone always is.
    """

    id: str
    name: str
    document: str
    version: str
    steps: Mapping[str, Step]
    ladder: Mapping[Severity, tuple[str, ...]]
    forbids: Mapping[str, tuple[Clause, ...]] = field(default_factory=lambda: MappingProxyType({}))
    since: date | None = None
    until: date | None = None
    partial: str = ""
    regions: tuple[str, ...] = ()
    procedure: Procedure = field(default_factory=Procedure)
    window: timedelta = WINDOW
    repeat: Repeat = Repeat.SAME
    decay: Decay = Decay.RESTART
    appeal_days: int = APPEAL_DAYS
    answer_days: int = ANSWER_DAYS
    interpreter: str = ""
    rewards: Clause = NOWHERE
    pauses: tuple[StepKind, ...] = ()
    left_open: tuple[str, ...] = ()
    tells: Mapping[str, tuple[Role, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def is_in_force(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)

    def steps_for(self, severity: Severity) -> tuple[Step, ...]:
        """In the order of the times; nothing where the text has none, or a human has to say how heavy it is."""
        return tuple(self.steps[key] for key in self.ladder.get(severity, ()))

    def forbidding(self, category: Category) -> tuple[Clause, ...]:
        return self.forbids.get(category.code, ())

    def told_of(self, category: Category) -> tuple[Role, ...]:
        return self.tells.get(category.code, ())

    def cite(self, clause: Clause) -> str:
        """For people: 《企业微信社群管理制度》第10.2条."""
        return cited(clause, self.document)

    def settled(self, region: str, *, fines: bool) -> "Pack":
        """With what is off in the region, or in the company, replaced by what the pack has instead."""
        off = {key: self._instead_of(step) for key, step in self.steps.items() if _is_off(step, region, fines=fines)}
        if not off:
            return self
        kept = {key: step for key, step in self.steps.items() if key not in off}
        added = {step.key: step for step in off.values() if step}
        ladder = {severity: _swapped(keys, off) for severity, keys in self.ladder.items()}
        return replace(self, steps=MappingProxyType({**kept, **added}), ladder=MappingProxyType(ladder))

    def _instead_of(self, off: Step) -> Step | None:
        other = self.steps.get(off.instead)
        return replace(other, key=f"{other.key}-for-{off.key}", in_place_of=off.name) if other else None


def _is_off(step: Step, region: str, *, fines: bool) -> bool:
    return (step.fine and not fines) or region in step.off_in


def _swapped(keys: Sequence[str], off: Mapping[str, Step | None]) -> tuple[str, ...]:
    """One that nothing stands in for is left out."""
    after = ((step.key if (step := off[key]) else None) if key in off else key for key in keys)
    return tuple(key for key in after if key)
