"""What was changed of the configuration in chat: only ever added to, the last word on each setting counts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.upkeep.configuration import Overlay, Plain, SettingChange, folded
from bot.domain.upkeep.setup import StepState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine.locks import hold
from bot.storage.models.operating import Trail
from bot.storage.models.settings import SettingChangeRecord, SetupStepRecord


class SettingTable:
    """`writes`: how often something was written here by this process, whatever became of it."""

    def __init__(self) -> None:
        self.writes = 0

    async def hold(self) -> None:
        """Numbers are given in the order of commits, so that `version` never misses one."""
        await hold(SettingChangeRecord, "settings")

    async def add(self, change: SettingChange, *, by: Act) -> None:
        await self.hold()
        self.writes += 1
        await SettingChangeRecord.create(
            number=change.number,
            key=change.key,
            value=_boxed(change.value),
            before=_boxed(change.before),
            changed_by=change.by,
            approved_by=change.approved,
            undoes=change.undoes,
            changed_at=change.at,
        )
        details = {"number": change.number, "value": change.value, "before": change.before, "undoes": change.undoes}
        await trail.record(by, "setting.changed", f"setting:{change.key}", **details)

    async def overlay(self) -> Overlay:
        return folded([_change(row) for row in await SettingChangeRecord.all().order_by("id")])

    async def get(self, number: str) -> SettingChange | None:
        row = await SettingChangeRecord.get_or_none(number=number)
        return _change(row) if row else None

    async def last(self, key: str) -> SettingChange | None:
        row = await SettingChangeRecord.filter(key=key).order_by("-id").first()
        return _change(row) if row else None

    async def newest(self, most: int) -> Sequence[SettingChange]:
        return [_change(row) for row in await SettingChangeRecord.all().order_by("-id").limit(most)]

    async def version(self) -> int:
        """Grows with whatever is written, in whichever process."""
        found = await SettingChangeRecord.all().order_by("-id").limit(1).values_list("id", flat=True)
        return int(str(found[0])) if found else 0


class SetupTable:
    async def since(self) -> datetime | None:
        """By the trail, whose oldest entries stay though names go out of them."""
        first = await Trail.all().order_by("id").first()
        return first.at if first else None

    async def progress(self) -> Mapping[str, StepState]:
        return {row.step: StepState(row.state) for row in await SetupStepRecord.all()}

    async def put(self, step: str, state: StepState, *, by: Act) -> None:
        values = {"state": state, "set_by": by.actor, "set_at": by.at}
        await SetupStepRecord.update_or_create(values, step=step)
        await trail.record(by, "setup.step", f"setup:{step}", state=state)


def _boxed(value: Plain | None) -> dict[str, Any]:
    return {} if value is None else {"is": value}


def _change(row: SettingChangeRecord) -> SettingChange:
    return SettingChange(
        row.number,
        row.key,
        row.value.get("is"),
        row.before.get("is"),
        UserId(row.changed_by),
        row.changed_at,
        UserId(row.approved_by) if row.approved_by else None,
        row.undoes,
    )
