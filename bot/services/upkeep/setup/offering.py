"""A bot that was just installed offers its administrator to be set up: once."""

from typing import Final

from bot.domain.rights import SETTERS
from bot.domain.upkeep.setup import OFFER, StepState
from bot.services.upkeep.setup.cards import TOPIC, offer
from bot.services.upkeep.setup.steps import lacking
from bot.shapes.context import JobContext
from bot.shapes.outgoing import ToPerson

JOB: Final = "setup-offer"


async def offer_setup(ctx: JobContext, *, app: bool) -> None:
    """`app`: people can be told something who have never written to the bot. Whoever can't be waits for another day."""
    lacks = lacking(ctx)
    if not lacks or not ctx.company.people or await ctx.store.setup.progress():
        return
    readers = [each for each in ctx.company.in_office(*SETTERS) if app or ctx.store.peers.heard(each)]
    for user in readers:
        task_id = await ctx.store.cards.issue(topic=TOPIC, subject=TOPIC, holder=user)
        ctx.tell(ToPerson(user), offer(lacks, task_id))
    if readers:
        await ctx.store.setup.put(OFFER, StepState.OFFERED, by=ctx.act)
