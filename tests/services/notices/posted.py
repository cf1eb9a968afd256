"""Posts a notice in a chat, as the scheduler does with one that was let pass."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.domain.company import Company
from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Approval, Draft, Notice, NoticeState
from bot.identifiers import UserId
from bot.services.notices.publishing.posting import post
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Address, Content
from bot.shapes.queue import Said, Waiting
from tests.chat import Chat

AUTHOR = UserId("zhengqun")


async def work_in(chat: Chat, work: Callable[[JobContext], Any]) -> Any:
    """Something that a job would do, with all that it says."""
    said: list[Said] = []
    core, now = chat.core, chat.clock.now()
    await core.book.refresh()
    ctx = JobContext(
        now, now, core.book.company(), core.records, Act("job:test", "test", "定时任务", "test", now), _tell(said)
    )

    async def transaction() -> tuple[Any, list[Waiting]]:
        result = await work(ctx)
        return result, list(await core.outbox_table.put(said, cause="test", at=int(now.timestamp() * 1000)))

    result, rows = await core.database.transact(transaction)
    core.outgoing.add(rows)
    await core.settle()
    return result


def _tell(said: list[Said]) -> Callable[[Address, Content], None]:
    return lambda address, content: said.append(Said(address, content))


async def posted(chat: Chat, draft: Draft, *, author: UserId = AUTHOR, corrects: str = "") -> Notice:
    """Written, let pass, and posted at once."""

    async def work(ctx: JobContext) -> Notice:
        number = await ctx.store.numbers.next("GG", ctx.now.date())
        approval = Approval(draft.digest, (author,), ctx.now)
        state = NoticeState.SCHEDULED
        notice = Notice(number, author, draft, ctx.now, state, approval=approval, next_at=ctx.now, corrects=corrects)
        await ctx.store.notices.add(notice, by=ctx.act)
        return await post(ctx, notice, ctx.now)

    notice: Notice = await work_in(chat, work)
    return notice


def to_group(company: Company, name: str = "项目A工作群") -> Audience:
    return Audience(groups=tuple(group.id for group in company.groups if group.name == name))


def later(chat: Chat, **fields: int) -> datetime:
    return chat.clock.now().replace(**fields)  # type: ignore[arg-type]
