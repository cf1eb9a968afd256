"""Who a notice goes to at this moment, with what groups have chosen in chat."""

from bot.domain.notices.audience import NOBODY_ELSE, Readers, readers
from bot.domain.notices.notice import Draft
from bot.services.approvals.kinds import Desk


async def readers_of(desk: Desk, draft: Draft) -> Readers:
    topic = draft.audience.topic
    chosen = await desk.store.subscriptions.chosen(topic) if topic else {}
    employed = await desk.store.accounts.employed() if draft.audience.employed else NOBODY_ELSE
    return readers(draft.audience, desk.company, chosen, employed)
