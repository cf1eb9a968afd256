"""Licences for special work: each word on one is a row, and the last one counts."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.safety.training.certificates import Certificate
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.training import CertificateRecord


class CertificateTable:
    async def note(self, certificate: Certificate, *, by: Act) -> None:
        await CertificateRecord.create(
            user=certificate.user, kind=certificate.kind, ends=certificate.ends, at=by.at, by=by.actor
        )
        await trail.record(by, "certificate.noted", f"person:{certificate.user}", kind=certificate.kind)

    async def of(self, user: UserId) -> Sequence[Certificate]:
        return _latest(await CertificateRecord.filter(user=user).order_by("id"))

    async def ending(self, before: date) -> Sequence[Certificate]:
        found = _latest(await CertificateRecord.all().order_by("id"))
        return sorted((each for each in found if each.ends <= before), key=lambda each: (each.ends, each.user))


def _latest(rows: Iterable[CertificateRecord]) -> list[Certificate]:
    """`rows`: the oldest first."""
    found = {(row.user, row.kind): Certificate(UserId(row.user), row.kind, row.ends) for row in rows}
    return list(found.values())
