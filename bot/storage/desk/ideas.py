"""Suggestions. Words are under seal; whoever told one without his name stands nowhere."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any, Final

from bot.domain.desk.idea import NEXT, Idea, IdeaState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.desk import IdeaRecord, IdeaVoteRecord
from bot.storage.privacy.held import not_held
from bot.storage.privacy.sealing import Seal, UnopenableError

_OVER: Final = [state for state in IdeaState if state not in NEXT]


class IdeaTable:
    """`seal`: of all words; without one, nobody reads them after this table is gone."""

    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def add(self, idea: Idea, *, by: Act) -> None:
        await IdeaRecord.create(number=idea.number, **self._columns(idea))
        await trail.record(by, "idea.received", _subject(idea.number), theme=idea.theme)

    async def get(self, number: str, now: datetime) -> Idea | None:
        row = await IdeaRecord.get_or_none(number=number)
        return self._idea(row, now.tzinfo) if row else None

    async def save(self, idea: Idea, *, was: int, by: Act) -> bool:
        if not await IdeaRecord.filter(number=idea.number, version=was).update(**self._columns(idea)):
            return False
        await trail.record(by, f"idea.{idea.state.name.lower()}", _subject(idea.number))
        return True

    async def of(self, teller: UserId, now: datetime, *, most: int) -> Sequence[Idea]:
        rows = await IdeaRecord.filter(teller=teller).order_by("-at", "-number").limit(most)
        return [self._idea(row, now.tzinfo) for row in rows]

    async def in_state(self, states: Collection[IdeaState], now: datetime, *, most: int) -> Sequence[Idea]:
        rows = await IdeaRecord.filter(state__in=list(states)).exclude(text="").order_by("-at", "-number").limit(most)
        return [self._idea(row, now.tzinfo) for row in rows]

    async def between(self, first: datetime, last: datetime) -> Sequence[Idea]:
        rows = await IdeaRecord.filter(at__gte=first, at__lt=last).order_by("at", "number")
        return [self._idea(row, first.tzinfo) for row in rows]

    async def want(self, number: str, user: UserId) -> int:
        await IdeaVoteRecord.get_or_create(number=number, user=user)
        return await IdeaVoteRecord.filter(number=number).count()

    async def forget(self, before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()) -> int:
        old = IdeaRecord.filter(changed_at__lt=before, state__in=_OVER).exclude(text="")
        rows = not_held(old, held, "number", "teller").order_by("number").limit(at_most)
        numbers = [str(number) for number in await rows.values_list("number", flat=True)]
        if numbers:
            await IdeaVoteRecord.filter(number__in=numbers).delete()
            await IdeaRecord.filter(number__in=numbers).update(teller=None, text="", why="")
            await trail.record(by, "ideas.forgotten", "records", number=len(numbers))
        return len(numbers)

    async def wanted(self, numbers: Collection[str]) -> Mapping[str, int]:
        found: dict[str, int] = dict.fromkeys(numbers, 0)
        rows = await IdeaVoteRecord.filter(number__in=list(numbers)).values_list("number", flat=True)
        for number in rows:
            found[str(number)] += 1
        return found

    def _columns(self, idea: Idea) -> dict[str, Any]:
        return {
            "teller": idea.teller,
            "theme": idea.theme,
            "text": self._seal.seal_text(idea.text, _subject(idea.number)),
            "at": idea.at,
            "state": idea.state,
            "why": self._seal.seal_text(idea.why, _subject(idea.number)),
            "changed_at": idea.changed_at,
            "version": idea.version,
        }

    def _idea(self, row: IdeaRecord, zone: tzinfo | None) -> Idea:
        return Idea(
            number=row.number,
            teller=UserId(row.teller) if row.teller else None,
            theme=row.theme,
            text=self._opened(row.text, row.number),
            at=row.at.astimezone(zone),
            state=IdeaState(row.state),
            why=self._opened(row.why, row.number),
            changed_at=row.changed_at.astimezone(zone) if row.changed_at else None,
            version=row.version,
        )

    def _opened(self, sealed: str, number: str) -> str:
        """Nothing, where no key here opens it."""
        try:
            return self._seal.open_text(sealed, _subject(number))
        except UnopenableError:
            return ""


def _subject(number: str) -> str:
    return f"idea:{number}"
