"""Every day the management group reads the head of the chain over the trail: so many entries, and their hash.

Whoever cuts the end off later, or writes it anew, can't take that message back. `qunwu verify-audit --head` compares.
The hour is `[audit] post_at`; without a chain nothing is said.
"""

from datetime import time, timedelta

from bot.domain.audit.heads import SHOWN
from bot.domain.rights import Role
from bot.shapes.context import JobContext
from bot.shapes.job import Hourly, job
from bot.shapes.outgoing import Text, ToGroup, ToPerson


@job("audit-head", schedule=Hourly(time(0), time(23)), catch_up=timedelta(hours=1))
async def post_head(ctx: JobContext, _: None) -> None:
    rules = ctx.company.audit
    if not rules.posts or ctx.slot.hour != rules.hour:
        return
    if (head := await ctx.store.audit.head()) is None:
        return
    words = Text(
        f"审计记录到今天一共 {head.seq} 条，链头 {head.seq}:{head.hash[:SHOWN]}。"
        "请留着这条消息：以后核对，就知道记录有没有被改过、删过。"
    )
    if rules.group:
        ctx.tell(ToGroup(rules.group), words)
        return
    for user in ctx.company.serving(Role.MGMT_GROUP):
        ctx.tell(ToPerson(user), words)
