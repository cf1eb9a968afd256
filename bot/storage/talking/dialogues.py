"""Questions that wait for an answer; they outlive a restart, and so does their deadline.

What somebody said is kept for as long as it waits, and no longer: of a closed question only its state is left.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from tortoise.queryset import QuerySet

from bot.domain.dialogues import Dialogue, DialogueState, Option
from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine.keys import fetch_by_key
from bot.storage.models.talking import DialogueRecord

_ANY_OPEN: Final = "SELECT 1 FROM dialogue WHERE state = 'open' AND asker = ?1 LIMIT 1"


class DialogueTable:
    async def open(
        self,
        *,
        asker: UserId,
        via: str,
        chat: ChatId | None,
        line: str,
        question: str,
        closes_at: datetime,
        by: Act,
        typed: str = "",
        options: Sequence[Option] = (),
        guessed: bool = False,
        quote: str | None = None,
    ) -> Dialogue:
        await _close(self._waiting(asker, via, chat), DialogueState.DROPPED)
        row = await DialogueRecord.create(
            asker=asker,
            via=via,
            chat=chat or "",
            line=line,
            question=question,
            typed=typed,
            options=[[option.label, option.put] for option in options],
            guessed=guessed,
            quote=quote,
            asked_at=by.at,
            closes_at=closes_at,
        )
        await trail.record(by, "dialogue.opened", f"dialogue:{row.id}")
        return _dialogue(row)

    async def get(self, number: int) -> Dialogue | None:
        row = await DialogueRecord.get_or_none(id=number)
        return _dialogue(row) if row else None

    async def waiting(self, asker: UserId, via: str, chat: ChatId | None) -> Dialogue | None:
        """Asked for each message, and hardly ever there: the ORM takes ten times as long to find nothing."""
        if not await fetch_by_key(DialogueRecord._meta.db, _ANY_OPEN, [asker]):
            return None
        row = await self._waiting(asker, via, chat).order_by("-id").first()
        return _dialogue(row) if row else None

    async def close(self, dialogue: Dialogue, state: DialogueState, *, by: Act) -> bool:
        still_open = DialogueRecord.filter(id=dialogue.id, state=DialogueState.OPEN)
        if not await _close(still_open, state):
            return False
        await trail.record(by, f"dialogue.{state}", f"dialogue:{dialogue.id}")
        return True

    def _waiting(self, asker: UserId, via: str, chat: ChatId | None) -> QuerySet[DialogueRecord]:
        """In private it is one conversation, whichever channel it goes by: what a group began may go on by another."""
        where = {"via": via, "chat": chat} if chat else {"chat": ""}
        return DialogueRecord.filter(asker=asker, state=DialogueState.OPEN, **where)


async def _close(rows: QuerySet[DialogueRecord], state: DialogueState) -> int:
    return await rows.update(state=state, line="", question="", typed="", options=[], quote=None)


def _dialogue(row: DialogueRecord) -> Dialogue:
    return Dialogue(
        id=row.id,
        asker=UserId(row.asker),
        via=row.via,
        chat=ChatId(row.chat) if row.chat else None,
        line=row.line,
        question=row.question,
        typed=row.typed,
        options=tuple(Option(label, put) for label, put in row.options),
        guessed=row.guessed,
        quote=row.quote,
        asked_at=row.asked_at,
        closes_at=row.closes_at,
        state=DialogueState(row.state),
    )
