"""Cards that people hold. A card is a view: what it stands for is looked up when a button is pressed."""

from bot.identifiers import TaskId, UserId, card_id
from bot.storage.models.talking import CardRecord


class CardTable:
    async def issue(self, *, topic: str, subject: str, holder: UserId) -> TaskId:
        task_id = card_id(topic, subject)
        await CardRecord.create(task_id=task_id, topic=topic, subject=subject, holder=holder)
        return task_id

    async def find(self, task_id: TaskId) -> tuple[str, str, UserId] | None:
        row = await CardRecord.get_or_none(task_id=task_id)
        return (row.topic, row.subject, UserId(row.holder)) if row else None
