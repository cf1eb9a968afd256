"""Cards that people hold. A card is a view: what it stands for is looked up when a button is pressed."""

from collections.abc import Mapping

from bot.identifiers import TaskId, UserId, card_id
from bot.storage.models.talking import CardRecord


class CardTable:
    async def issue(self, *, topic: str, subject: str, holder: UserId) -> TaskId:
        task_id = card_id(topic, subject)
        await CardRecord.create(task_id=task_id, topic=topic, subject=subject, holder=holder)
        return task_id

    async def issue_all(self, *, topic: str, holders: Mapping[str, UserId]) -> Mapping[str, TaskId]:
        ids = {subject: card_id(topic, subject) for subject in holders}
        await CardRecord.bulk_create(
            [CardRecord(task_id=ids[each], topic=topic, subject=each, holder=holders[each]) for each in holders]
        )
        return ids

    async def find(self, task_id: TaskId) -> tuple[str, str, UserId] | None:
        row = await CardRecord.get_or_none(task_id=task_id)
        return (row.topic, row.subject, UserId(row.holder)) if row else None
