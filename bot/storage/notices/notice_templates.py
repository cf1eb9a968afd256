"""Templates of notices that a company keeps for itself."""

from collections.abc import Sequence

from bot.domain.notices.templates import Template
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.notice_templates import NoticeTemplateRecord


class NoticeTemplateTable:
    async def all(self) -> Sequence[Template]:
        return [Template(row.name, row.text) for row in await NoticeTemplateRecord.all().order_by("name")]

    async def keep(self, template: Template, *, by: Act) -> None:
        known = NoticeTemplateRecord.filter(name=template.name)
        if not await known.update(text=template.text, by=by.actor, at=by.at):
            await NoticeTemplateRecord.create(name=template.name, text=template.text, by=by.actor, at=by.at)
        await trail.record(by, "notice_template.kept", _subject(template.name))

    async def drop(self, name: str, *, by: Act) -> bool:
        if not await NoticeTemplateRecord.filter(name=name).delete():
            return False
        await trail.record(by, "notice_template.dropped", _subject(name))
        return True


def _subject(name: str) -> str:
    return f"notice_template:{name}"
