"""Cases of moderation go in their time with all that hangs on them; what proves what nobody found true, much sooner.

What is held for a dispute (`held`: numbers and userids, of whom a case is about and of whoever decided) stays.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from tortoise.models import Model

from bot.domain.approvals.request import RequestState
from bot.domain.moderation.cases.case import PREFIX, Case, Noted
from bot.domain.moderation.cases.keeping import Judged, spent
from bot.domain.moderation.history import PastState
from bot.domain.moderation.matters.matter import MatterState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.approvals import AskRecord, RequestRecord
from bot.storage.models.fairness import AppealRecord, AppealStatementRecord, DisputeNoteRecord, DisputeRecord
from bot.storage.models.matters import HoldRecord, MatterNoteRecord, MatterRecord
from bot.storage.models.moderation import CaseNoteRecord, CaseRecord, EvidenceRecord, MeasureRecord
from bot.storage.models.timers import TimerRecord
from bot.storage.moderation.cases import CaseTable

_OF_A_CASE: Final[tuple[type[Model], ...]] = (
    AppealRecord,
    AppealStatementRecord,
    CaseNoteRecord,
    EvidenceRecord,
    MeasureRecord,
    CaseRecord,
)
_TIMERS: Final = ("moderation-clock", "appeal-clock")
_OF_DISPUTES: Final = "mediation-clock"
_OPEN_MATTERS: Final = [state.name for state in MatterState if state.is_open]


class OldCaseTable:
    async def forget(
        self, before: datetime, judged: Judged, *, at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        gone = 0
        for target in await _known_before(before):
            if gone >= at_most or target in held:
                continue
            theirs = [each for each in await _spent(target, before, judged) if not _is_held(each, held)]
            await _drop([each.number for each in theirs])
            gone += len(theirs)
        gone += await _forget_matters(before, held, at_most - gone)
        gone += await _forget_disputes(before, held, at_most - gone)
        if gone:
            await trail.record(by, "cases.forgotten", "records", number=gone)
        return gone

    async def forget_unproven(
        self, before: datetime, *, kinds: Collection[str], at_most: int, by: Act, held: Collection[str] = ()
    ) -> int:
        gone = await _forget_requests(before, kinds, at_most, held)
        gone += await _forget_evidence(before, at_most - gone, held)
        gone += await _forget_proposed(before, at_most - gone, held)
        if gone:
            await trail.record(by, "evidence.forgotten", "records", number=gone)
        return gone


async def _known_before(before: datetime) -> Sequence[UserId]:
    rows = CaseRecord.filter(confirmed_at__lt=before).distinct().order_by("target")
    return [UserId(str(each)) for each in await rows.values_list("target", flat=True)]


async def _spent(target: UserId, before: datetime, judged: Judged) -> Sequence[Case]:
    """Without those that still do something which has no end of its own."""
    held = MeasureRecord.filter(target=target, ended_at__isnull=True, until__isnull=True)
    lasting = set(map(str, await held.values_list("number", flat=True)))
    cases = spent(await CaseTable().of(target, before), before, judged)
    return [each for each in cases if each.number not in lasting]


def _is_held(case: Case, held: Collection[str]) -> bool:
    return not {case.number, case.target, case.actor, case.approver or ""}.isdisjoint(held)


async def _drop(numbers: Collection[str]) -> None:
    for model in _OF_A_CASE if numbers else ():
        await model.filter(number__in=sorted(numbers)).delete()
    if numbers:
        await TimerRecord.filter(job__in=_TIMERS, subject__in=sorted(numbers)).delete()


async def _forget_matters(before: datetime, held: Collection[str], at_most: int) -> int:
    """Since their last word."""
    over = MatterRecord.filter(opened_at__lt=before).exclude(state__in=_OPEN_MATTERS)
    over = over.exclude(number__in=_some(held)).exclude(target__in=_some(held))
    found = {str(each) for each in await over.values_list("number", flat=True)}
    late = await MatterNoteRecord.filter(number__in=_some(found), at__gte=before).values_list("number", flat=True)
    numbers = sorted(found.difference(map(str, late)))[: max(at_most, 0)]
    for model in (MatterNoteRecord, HoldRecord, MatterRecord) if numbers else ():
        await model.filter(number__in=numbers).delete()
    return len(numbers)


async def _forget_disputes(before: datetime, held: Collection[str], at_most: int) -> int:
    over = DisputeRecord.filter(closed_at__lt=before).exclude(number__in=_some(held)).order_by("number")
    numbers = [str(each) for each in await over.limit(at_most).values_list("number", flat=True)] if at_most > 0 else []
    for model in (DisputeNoteRecord, DisputeRecord) if numbers else ():
        await model.filter(number__in=numbers).delete()
    if numbers:
        await TimerRecord.filter(job=_OF_DISPUTES, subject__in=numbers).delete()
    return len(numbers)


async def _forget_requests(before: datetime, kinds: Collection[str], at_most: int, held: Collection[str]) -> int:
    """Those that nobody agreed to."""
    rows = RequestRecord.filter(kind__in=sorted(kinds), closed_at__lt=before).exclude(state=RequestState.APPROVED)
    rows = rows.exclude(number__in=_some(held)).exclude(applicant__in=_some(held)).order_by("number")
    numbers = [str(each) for each in await rows.limit(at_most).values_list("number", flat=True)]
    for model in (AskRecord, CaseNoteRecord, RequestRecord) if numbers else ():
        await model.filter(number__in=numbers).delete()
    return len(numbers)


async def _forget_evidence(before: datetime, at_most: int, held: Collection[str]) -> int:
    """Of cases that were overturned; and what was quoted for a request, since its case has it anew."""
    overturned = CaseNoteRecord.filter(kind=Noted.OVERTURNED, at__lt=before).exclude(number__in=_some(held))
    numbers = {str(each) for each in await overturned.values_list("number", flat=True)}
    quoted = EvidenceRecord.filter(at__lt=before).exclude(number__startswith=f"{PREFIX}-").exclude(by__in=_some(held))
    asked = {str(each) for each in await quoted.exclude(number__in=_some(held)).values_list("number", flat=True)}
    waits = RequestRecord.filter(number__in=_some(asked), closed_at__isnull=True)
    asked.difference_update(map(str, await waits.values_list("number", flat=True)))
    rows = EvidenceRecord.filter(number__in=_some(numbers | asked)).order_by("id")
    ids = list(await rows.limit(at_most).values_list("id", flat=True)) if at_most > 0 else []
    return await EvidenceRecord.filter(id__in=ids).delete() if ids else 0


async def _forget_proposed(before: datetime, at_most: int, held: Collection[str]) -> int:
    """All of those to which nobody has agreed."""
    proposed = await CaseNoteRecord.filter(kind=Noted.PROPOSED, at__lt=before).values_list("number", flat=True)
    cases = [await CaseTable().get(str(number), before) for number in proposed]
    waits = [each for each in cases if each and each.state is PastState.PROPOSED and not _is_held(each, held)]
    numbers = [each.number for each in waits][: max(at_most, 0)]
    await _drop(numbers)
    return len(numbers)


def _some(these: Collection[str]) -> list[str]:
    """A list that isn't empty: some databases know no empty one."""
    return sorted(these) or [""]
