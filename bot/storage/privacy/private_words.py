"""Words that were said to a private command go once they are delivered: from the inbox what somebody typed, and which
pictures and files came along, from the outbox what he was answered. Ids, times, states and what others were told stay.

What a job told somebody in private, and what is about the card of a report of his own, goes whole: that something was
said to him would say that he told it.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain.moderation.reports.report import OWN_CARDS
from bot.identifiers import TaskId, UserId
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Press
from bot.shapes.outgoing import Attachment, Card, Content, Text, ToGroup
from bot.storage.audit import trail
from bot.storage.engine import codec
from bot.storage.models.pipeline import Inbox, Ledger, Outbox
from bot.storage.models.privacy import PrivateMessageRecord
from bot.storage.models.talking import ConfirmationRecord, DialogueRecord

DONE = ("done", "refused")
OF_A_JOB = "job:"  # how the cause of what a job says begins


class PrivateWordsTable:
    async def note(self, cause: str, user: UserId, at: datetime) -> None:
        await PrivateMessageRecord.bulk_create(
            [PrivateMessageRecord(cause=cause, user=user, at=at)], ignore_conflicts=True
        )

    async def unsay(self, cause: str) -> None:
        """At once, in the transaction that answers it: should that be taken back, it is said again."""
        row = await Inbox.get_or_none(key=cause)
        if row:
            await Inbox.filter(id=row.id).update(payload=codec.dump(_wordless(codec.load(row.payload))))

    async def forget(self, before: datetime, *, at_most: int, by: Act) -> int:
        """What still waits, is parked, or of which nobody knows whether it arrived, is looked at again each time."""
        noted = await PrivateMessageRecord.filter(at__lt=before).order_by("at").limit(at_most)
        gone = [each for each in noted if await _forgotten(each.cause, UserId(each.user))]
        if gone:
            await PrivateMessageRecord.filter(id__in=[each.id for each in gone]).delete()
            await trail.record(by, "words.forgotten", "words", number=len(gone))
        return len(noted)

    async def forget_lines(self, before: datetime) -> None:
        old = ConfirmationRecord.filter(closes_at__lt=before).exclude(line="")
        await old.update(line="", quote=None)
        asked = DialogueRecord.filter(closes_at__lt=before).exclude(line="")
        await asked.update(line="", question="", typed="", options=[], quote=None)


async def _forgotten(cause: str, user: UserId) -> bool:
    """Whether nothing is left to be forgotten later."""
    return await _unsaid(cause) and await _unanswered(cause, user)


async def _unsaid(cause: str) -> bool:
    row = await Inbox.get_or_none(key=cause)
    if row is None or row.state != "done":
        return row is None
    await Inbox.filter(id=row.id).update(payload=codec.dump(_wordless(codec.load(row.payload))))
    return True


def _wordless(incoming: Incoming) -> Incoming:
    """Of a press, which card it was on and which button goes, too."""
    press = Press(TaskId(""), "") if incoming.press else None
    return replace(incoming, text="", quote=None, press=press, pictures=(), documents=())


async def _unanswered(cause: str, user: UserId) -> bool:
    rows = await Outbox.filter(cause=cause)
    own = [row for row in rows if _is_to(codec.load(row.address), user)]
    for row in own:
        if row.state in DONE:
            await (_drop(row) if _tells_by_being_there(row) else _blank(row))
    return all(row.state in DONE for row in own)


def _tells_by_being_there(row: Outbox) -> bool:
    return row.cause.startswith(OF_A_JOB) or OWN_CARDS in row.address + row.content


async def _drop(row: Outbox) -> None:
    """What counts against a limit stays counted."""
    await Ledger.filter(outbox_id=row.id).update(digest="")
    await Outbox.filter(id=row.id).delete()


async def _blank(row: Outbox) -> None:
    await Outbox.filter(id=row.id).update(content=codec.dump(_without_words(codec.load(row.content))))


def _is_to(address: object, user: UserId) -> bool:
    return not isinstance(address, ToGroup) and getattr(address, "user", None) == user


def _without_words(content: Content) -> Content:
    match content:
        case Card(task_id=task_id):  # by which its code is found
            return Card(title="", plain="", task_id=task_id)
        case Attachment():
            return replace(content, name="", plain="")
    return Text("")
