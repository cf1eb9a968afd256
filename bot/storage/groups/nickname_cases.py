"""Wrong nicknames that are being followed up; they outlive a restart, and so do their deadlines."""

from collections.abc import Sequence

from bot.domain.nicknames.cases import NicknameCase
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.groups.nicknames import EVERYWHERE
from bot.storage.models.nicknames import NicknameCaseRecord


class NicknameCaseTable:
    async def open_ones(self) -> Sequence[NicknameCase]:
        return [_case(row) for row in await NicknameCaseRecord.all().order_by("id")]

    async def save(self, cases: Sequence[NicknameCase], *, by: Act) -> None:
        for case in cases:
            values = {
                "nickname": case.nickname,
                "found_at": case.found_at,
                "reminded": case.reminded,
                "reminded_at": case.reminded_at,
                "listed_at": case.listed_at,
            }
            await NicknameCaseRecord.update_or_create(values, user_id=case.user, group_id=case.group or EVERYWHERE)
            step = "listed" if case.listed_at else "reminded" if case.reminded else "found"
            await trail.record(by, f"nickname.{step}", f"person:{case.user}", group=case.group, reminded=case.reminded)

    async def close(self, cases: Sequence[NicknameCase], *, by: Act) -> None:
        for case in cases:
            await NicknameCaseRecord.filter(user_id=case.user, group_id=case.group or EVERYWHERE).delete()
            await trail.record(by, "nickname.closed", f"person:{case.user}", group=case.group)


def _case(row: NicknameCaseRecord) -> NicknameCase:
    return NicknameCase(
        user=UserId(row.user_id),
        group=GroupId(row.group_id) if row.group_id else None,
        nickname=row.nickname,
        found_at=row.found_at,
        reminded=row.reminded,
        reminded_at=row.reminded_at,
        listed_at=row.listed_at,
    )
