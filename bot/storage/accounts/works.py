"""What is to be done to accounts. The trail has deeds, accounts and numbers, never names or telephone numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import msgspec

from bot.domain.accounts.works import Deed, Work, WorkState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.accounts import AccountWorkRecord
from bot.storage.privacy.sealing import Seal, UnopenableError

OPEN: Final = tuple(state.name for state in WorkState if state.is_open)
_MOBILE: Final = "account mobile"


class WorkTable:
    """`seal`: of names and telephone numbers; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def hold(self) -> None:
        await locks.hold(AccountWorkRecord, "account works")

    async def add(self, work: Work, *, by: Act) -> Work:
        row = await AccountWorkRecord.create(**self._columns(work))
        added = replace(work, number=row.number)
        await self._note(added, "added", by)
        return added

    async def get(self, number: int, now: datetime) -> Work | None:
        row = await AccountWorkRecord.get_or_none(number=number)
        return self._work(row, now) if row else None

    async def save(self, work: Work, *, was: int, by: Act) -> bool:
        row = AccountWorkRecord.filter(number=work.number, version=was)
        if not await row.update(**self._columns(work)):
            return False
        await self._note(work, work.state.name.lower(), by)
        return True

    async def open_ones(self, now: datetime | None = None) -> Sequence[Work]:
        return self._works(await AccountWorkRecord.filter(state__in=OPEN).order_by("number"), now)

    async def of_cause(self, cause: str, now: datetime) -> Sequence[Work]:
        return self._works(await AccountWorkRecord.filter(cause=cause).order_by("number"), now)

    async def of_user(self, user: UserId, now: datetime) -> Sequence[Work]:
        return self._works(await AccountWorkRecord.filter(user=user).order_by("-number"), now)

    async def of_mobile(self, mobile: str, now: datetime) -> Sequence[Work]:
        blinds = self._seal.blind(mobile, _MOBILE)
        return self._works(await AccountWorkRecord.filter(mobile__in=blinds).order_by("-number"), now)

    async def misfits(self, mobiles: Mapping[UserId, str]) -> frozenset[UserId]:
        opened = AccountWorkRecord.filter(deed=Deed.CREATE.name, state=WorkState.DONE.name)
        rows = [row for row in await opened.only("number", "user", "mobile") if row.mobile]
        by_blind = {row.mobile: row.user for row in rows}
        own = {row.user: row.mobile for row in rows}
        wrong: set[UserId] = set()
        for user, mobile in mobiles.items() if rows else ():
            blinds = self._seal.blind(mobile, _MOBILE)
            others = {by_blind[each] for each in blinds if each in by_blind} - {user}
            if others or (user in own and own[user] not in blinds):
                wrong.add(user)
        return frozenset(wrong)

    async def _note(self, work: Work, change: str, by: Act) -> None:
        details = {"deed": work.deed.name.lower(), "cause": work.cause, "account": work.user}
        await trail.record(by, f"account.{change}", f"account_work:{work.number}", **details)

    def _columns(self, work: Work) -> Mapping[str, Any]:
        columns = {
            "deed": work.deed.name,
            "user": work.user,
            "state": work.state.name,
            "cause": work.cause,
            "version": work.version,
            "told": self._sealed(_without_mobile(work) if not work.is_open else work),
        }
        if work.mobile:  # what stands for it stays when it goes
            columns["mobile"] = self._seal.blind(work.mobile, _MOBILE)[0]
        return columns

    def _sealed(self, work: Work) -> str:
        return self._seal.seal_text(msgspec.json.encode(work).decode(), _about(work.user))

    def _works(self, rows: Sequence[AccountWorkRecord], now: datetime | None) -> Sequence[Work]:
        return [work for row in rows if (work := self._work(row, now))]

    def _work(self, row: AccountWorkRecord, now: datetime | None) -> Work | None:
        """None: no key here opens it."""
        try:
            told = self._seal.open_text(row.told, _about(row.user))
        except UnopenableError:
            return None
        work = msgspec.json.decode(told, type=Work)
        zone = now.tzinfo if now else None
        due = work.due_at.astimezone(zone) if work.due_at else None
        return replace(work, number=row.number, due_at=due, opened_at=work.opened_at.astimezone(zone))


def _without_mobile(work: Work) -> Work:
    """Once it is over nobody needs the number any more."""
    newcomer = replace(work.newcomer, mobile="") if work.newcomer else None
    return replace(
        work, newcomer=newcomer, change={key: "" if key == "mobile" else it for key, it in work.change.items()}
    )


def _about(user: str) -> str:
    return f"account:{user}"
