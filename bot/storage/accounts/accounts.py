"""How accounts came about, for how long they are, and which differences were seen. The trail has accounts, no names."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.accounts.account import Account, Origin
from bot.domain.accounts.newcomer import Employment
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.accounts import AccountDifferenceRecord, AccountRecord


class AccountTable:
    async def known(self) -> frozenset[UserId]:
        return frozenset(map(UserId, map(str, await AccountRecord.all().values_list("user", flat=True))))

    async def add(self, accounts: Sequence[Account], *, by: Act) -> None:
        rows = [AccountRecord(user=each.user, **_columns(each)) for each in accounts]
        await AccountRecord.bulk_create(rows, batch_size=500, ignore_conflicts=True)
        await trail.record(by, "accounts.seen", "accounts", number=len(accounts))

    async def get(self, user: UserId) -> Account | None:
        row = await AccountRecord.get_or_none(user=user)
        return _account(row) if row else None

    async def put(self, account: Account, *, by: Act) -> None:
        await AccountRecord.update_or_create(defaults=_columns(account), user=account.user)
        await trail.record(by, "account.noted", f"account:{account.user}", until=str(account.until or ""))

    async def forget(self, users: Collection[UserId]) -> None:
        await AccountRecord.filter(user__in=list(users)).delete()

    async def seen_since(self, day: date) -> Sequence[Account]:
        return [_account(row) for row in await AccountRecord.filter(seen_on__gte=day).order_by("seen_on", "user")]

    async def ending(self, first: date, last: date) -> Sequence[Account]:
        rows = AccountRecord.filter(until__gte=first, until__lte=last)
        return [_account(row) for row in await rows.order_by("until", "user")]

    async def employed(self) -> Mapping[UserId, Employment]:
        rows = AccountRecord.exclude(employment=Employment.REGULAR.name).values_list("user", "employment")
        return {UserId(str(user)): Employment[str(employment)] for user, employment in await rows}

    async def unconfirmed(self, since: date) -> frozenset[UserId]:
        rows = AccountRecord.filter(confirmed_on__gte=since).values_list("user", flat=True)
        confirmed = frozenset(map(str, await rows))
        return frozenset(user for user in await self.known() if user not in confirmed)


class DifferenceTable:
    async def told(self) -> frozenset[str]:
        return frozenset(map(str, await AccountDifferenceRecord.all().values_list("key", flat=True)))

    async def skipped(self) -> frozenset[str]:
        return frozenset(map(str, await AccountDifferenceRecord.filter(skipped=True).values_list("key", flat=True)))

    async def note(self, keys: Sequence[str], *, by: Act) -> None:
        rows = [AccountDifferenceRecord(key=key, at=by.at) for key in keys]
        await AccountDifferenceRecord.bulk_create(rows, ignore_conflicts=True)

    async def skip(self, key: str, *, by: Act) -> None:
        await AccountDifferenceRecord.update_or_create(defaults={"skipped": True, "at": by.at}, key=key)
        await trail.record(by, "difference.skipped", f"difference:{key}")


def _columns(account: Account) -> dict[str, Any]:
    return {
        "origin": account.origin.name,
        "seen_on": account.seen_on,
        "employment": account.employment.name,
        "until": account.until,
        "sponsor": account.sponsor,
        "confirmed_on": account.confirmed_on,
    }


def _account(row: AccountRecord) -> Account:
    return Account(
        user=UserId(row.user),
        origin=Origin[row.origin],
        seen_on=row.seen_on,
        employment=Employment[row.employment],
        until=row.until,
        sponsor=UserId(row.sponsor) if row.sponsor else None,
        confirmed_on=row.confirmed_on,
    )
