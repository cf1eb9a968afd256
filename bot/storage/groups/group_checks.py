"""Who was asked to look through his groups in which week, and what he said."""

from collections.abc import Sequence
from datetime import date

import msgspec

from bot.domain.moderation.weekly import GroupCheck
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.group_checks import GroupCheckRecord


class GroupCheckTable:
    async def ask(self, check: GroupCheck, *, by: Act) -> None:
        groups = msgspec.json.encode(check.groups).decode()
        await GroupCheckRecord.create(week=check.week, user=check.user, groups=groups)
        await trail.record(by, "group_check.asked", f"group_check:{check.week}", groups=len(check.groups))

    async def answer(self, week: date, user: UserId, *, fine: bool, by: Act) -> bool:
        waits = GroupCheckRecord.filter(week=week, user=user, at__isnull=True)
        if not await waits.update(fine=fine, at=by.at):
            return False
        await trail.record(by, "group_check.answered", f"group_check:{week}", fine=fine)
        return True

    async def missing(self, week: date) -> Sequence[UserId]:
        waits = GroupCheckRecord.filter(week=week, at__isnull=True).order_by("user")
        return [UserId(str(each)) for each in await waits.values_list("user", flat=True)]
