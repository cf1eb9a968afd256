"""Many nicknames at once: one pass, whatever the number of people."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.nicknames.folding import fold, squeeze
from bot.domain.nicknames.judging import judge
from bot.domain.nicknames.known import Known
from bot.domain.nicknames.register import Register
from bot.domain.nicknames.verdicts import NicknameResult, NicknameVerdict, Outcome
from bot.domain.people import Person
from bot.identifiers import UserId


@dataclass(frozen=True, slots=True)
class Finding:
    """A nickname that was judged."""

    person: Person
    known: Known
    verdict: NicknameVerdict


@dataclass(frozen=True, slots=True)
class Audit:
    """`judged` is everybody; `findings` those for whom there is a better way to write it, the wrong ones first."""

    judged: tuple[Finding, ...]
    counts: Mapping[Outcome, int]
    findings: tuple[Finding, ...]

    @property
    def checked(self) -> int:
        return sum(self.counts.values())

    @property
    def wrong(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if not each.verdict.is_fine)


def audit(used: Iterable[tuple[Person, Known]], register: Register, now: datetime) -> Audit:
    """What two people use alike stands for neither of them."""
    judged = [Finding(person, known, judge(known.nickname, person, register, now)) for person, known in used]
    judged = _ensure_one_bearer(judged, register)
    findings = [each for each in judged if each.verdict.suggest]
    findings.sort(key=lambda each: each.verdict.is_fine)
    return Audit(tuple(judged), Counter(each.verdict.outcome for each in judged), tuple(findings))


def _ensure_one_bearer(judged: list[Finding], register: Register) -> list[Finding]:
    """Only those who share a name can meet: a nickname that is somebody else's is none's own anyway."""
    bearers: dict[tuple[str | None, str], set[UserId]] = {}
    shared = [each for each in judged if each.verdict.is_fine and register.is_shared(each.person)]
    for each in shared:
        bearers.setdefault(_key(each), set()).add(each.person.user_id)
    met = {key for key, users in bearers.items() if len(users) > 1}
    if not met:
        return judged
    return [_duplicate(each, register) if _meets(each, met, register) else each for each in judged]


def _meets(finding: Finding, met: set[tuple[str | None, str]], register: Register) -> bool:
    return finding.verdict.is_fine and register.is_shared(finding.person) and _key(finding) in met


def _key(finding: Finding) -> tuple[str | None, str]:
    return finding.known.group, squeeze(fold(finding.known.nickname))


def _duplicate(finding: Finding, register: Register) -> Finding:
    proper = register.proper(finding.person)
    if finding.verdict.nickname == proper:
        return finding
    verdict = replace(finding.verdict, outcome=NicknameResult.DUPLICATE_NAME, suggest=proper)
    return replace(finding, verdict=verdict)
