"""Cards that people hold. A card is a view: what it stands for is looked up when a button is pressed."""

import secrets

from bot.identifiers import TaskId, UserId
from bot.storage.models.talking import CardRecord


class CardTable:
    async def issue(self, *, topic: str, subject: str, holder: UserId) -> TaskId:
        task_id = TaskId(f"{topic}-{subject}-{secrets.token_hex(8)}")
        await CardRecord.create(task_id=task_id, topic=topic, subject=subject, holder=holder)
        return task_id

    async def find(self, task_id: TaskId) -> tuple[str, str, UserId] | None:
        row = await CardRecord.get_or_none(task_id=task_id)
        return (row.topic, row.subject, UserId(row.holder)) if row else None
