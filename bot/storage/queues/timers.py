"""What falls due for one case or another, once each."""

from collections.abc import Collection, Sequence
from datetime import datetime

from tortoise.functions import Min
from tortoise.queryset import QuerySet

from bot.domain.timers import Timer
from bot.storage.models.timers import TimerRecord


class TimerTable:
    async def set(self, job: str, subject: str, kind: str, due: datetime) -> bool:
        _, new = await TimerRecord.get_or_create({"due_at": due, "try_at": due}, job=job, subject=subject, kind=kind)
        return new or bool(await _waiting(job).filter(subject=subject, kind=kind).update(due_at=due, try_at=due))

    async def call_off(self, job: str, subject: str, kinds: Collection[str] | None, at: datetime) -> None:
        rows = _waiting(job).filter(subject=subject)
        if kinds is not None:
            rows = rows.filter(kind__in=list(kinds))
        await rows.update(called_off_at=at)

    async def due(self, job: str, now: datetime, subjects: int) -> Sequence[Sequence[Timer]]:
        ready = _waiting(job).filter(try_at__lte=now)
        found = await (
            ready.annotate(first=Min("due_at")).group_by("subject").order_by("first").limit(subjects)
        ).values_list("subject", flat=True)
        wanted = [str(subject) for subject in found]
        cases = dict[str, list[Timer]]()
        for row in await ready.filter(subject__in=wanted).order_by("due_at", "id"):
            cases.setdefault(row.subject, []).append(_timer(row))
        return [cases[subject] for subject in wanted if subject in cases]

    async def settle(self, timers: Sequence[Timer], at: datetime) -> int:
        moments = {timer.due for timer in timers}
        rows = _open().filter(id__in=[timer.id for timer in timers], due_at__in=sorted(moments))
        return await rows.update(rung_at=at)

    async def put_off(self, timers: Sequence[Timer], until: datetime) -> None:
        for timer in timers:
            row = _waiting(timer.job).filter(subject=timer.subject, kind=timer.kind, due_at__lte=until)
            await row.update(try_at=until)

    async def next_due(self, job: str) -> datetime | None:
        row = await _waiting(job).order_by("try_at").first()
        return row.try_at if row else None

    async def of(self, job: str, subject: str) -> Sequence[Timer]:
        return [_timer(row) for row in await TimerRecord.filter(job=job, subject=subject).order_by("due_at", "id")]


def _waiting(job: str) -> QuerySet[TimerRecord]:
    return _open().filter(job=job)


def _open() -> QuerySet[TimerRecord]:
    return TimerRecord.filter(rung_at__isnull=True, called_off_at__isnull=True)


def _timer(row: TimerRecord) -> Timer:
    return Timer(row.job, row.subject, row.kind, row.due_at, row.rung_at, row.called_off_at, row.id)
