"""What HR says of people, fact by fact. Only ever added to: the last word on each counts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from tortoise.queryset import QuerySet

from bot.domain.leave.facts.fact import Fact, What
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.records.leave_facts import Said
from bot.storage.audit import trail
from bot.storage.engine.locks import hold
from bot.storage.models.leave_facts import LeaveFactRecord

AT_ONCE: Final = 1_000  # rows of one statement
FEW: Final = 10_000  # people who are looked up by name; of more the whole table is read
_COLUMNS: Final = ("user", "what", "value", "key", "proof")
_ALL: Final = 'SELECT "user", "what", "value", "key", "proof" FROM "leave_fact" ORDER BY "id"'


class LeaveFactTable:
    """`writes`: how often something was written here by this process, whatever became of it."""

    def __init__(self) -> None:
        self.writes = 0

    async def add(self, facts: Sequence[Fact], *, by: Act) -> None:
        if not facts:
            return
        self.writes += 1
        await hold(LeaveFactRecord, "leave facts")  # numbers are given in the order of commits: `since` misses none
        rows = [
            LeaveFactRecord(
                user=fact.user,
                what=fact.what,
                key=fact.key,
                value=fact.value,
                proof=fact.proof,
                written_by=by.actor,
                written_at=by.at,
            )
            for fact in facts
        ]
        await LeaveFactRecord.bulk_create(rows, batch_size=AT_ONCE)
        people = {fact.user for fact in facts}
        subject = f"leave_facts:{facts[0].user}" if len(people) == 1 else "leave_facts"
        kinds = sorted({fact.what.name for fact in facts})
        await trail.record(by, "leave_facts.written", subject, people=len(people), kinds=kinds)

    async def of(self, user: UserId) -> Sequence[Said]:
        rows = await LeaveFactRecord.filter(user=user).order_by("id")
        return [
            Said(_fact(row.user, row.what, row.value, row.key, row.proof), row.written_by, row.written_at)
            for row in rows
        ]

    async def version(self) -> int:
        """Grows with whatever is written, in whichever process."""
        row = await LeaveFactRecord.all().order_by("-id").first()
        return int(row.id) if row else 0

    async def since(self, version: int) -> Mapping[UserId, Sequence[Fact]]:
        """All that was ever said of the people of whom something was said since then."""
        if version:
            news = await LeaveFactRecord.filter(id__gt=version).distinct().limit(FEW + 1).values_list("user", flat=True)
            if len(news) <= FEW:
                return await self.said([UserId(str(user)) for user in news])
        _, rows = await LeaveFactRecord._meta.db.execute_query(_ALL)  # by the ORM it takes three times as long
        return _by_user(_fact(*row) for row in rows)

    async def said(self, users: Collection[UserId]) -> Mapping[UserId, Sequence[Fact]]:
        found: dict[UserId, Sequence[Fact]] = {}
        for some in batched(users):
            found |= await _read(LeaveFactRecord.filter(user__in=some))
        return found


def batched(users: Collection[UserId]) -> Iterator[Sequence[UserId]]:
    """A statement takes so many values only."""
    every = list(users)
    return (every[at : at + AT_ONCE] for at in range(0, len(every), AT_ONCE))


async def _read(rows: QuerySet[LeaveFactRecord]) -> Mapping[UserId, Sequence[Fact]]:
    return _by_user([_fact(*row) for row in await rows.order_by("id").values_list(*_COLUMNS)])


def _by_user(facts: Iterable[Fact]) -> Mapping[UserId, Sequence[Fact]]:
    found: dict[UserId, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.user, []).append(fact)
    return found


def _fact(user: str, what: str, value: str, key: str, proof: str) -> Fact:
    return Fact(UserId(user), What(what), value, key, proof)
