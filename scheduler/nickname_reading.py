"""Every night, and soon after somebody asks for a report: reads the nicknames of customer groups from WeCom.

They are the only ones that WeCom tells; where the app has no right to them, that is noted and said in the report.

Example:
    冯销> /昵称报告 项目A营销微信平台
    机器人> 项目A营销微信平台：还没有可以检查的昵称。…
    ⏰ 2026-11-22 10:01
    机器人→冯销> 项目A营销微信平台：还没有可以检查的昵称。
    客户群的昵称读不了：请管理员在 客户联系 → 可调用接口的应用 里加上本应用，群主要在应用的可见范围内。
    这个群没有登记成员名单，还差谁没查到不清楚。
"""

from collections.abc import Sequence
from datetime import time, timedelta

import structlog

from bot.domain.groups.group import Group
from bot.domain.nicknames.known import Known, Reading, Source
from bot.services.nicknames.reporting import READING_JOB, send_report
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import CustomerGroup, RoomRefused, Sources

log = structlog.get_logger()

Told = Sequence[CustomerGroup] | None  # None: it may not be read


async def read_groups(sources: Sources, *_: object) -> Told:
    if sources.customer_groups is None:
        return None
    try:
        return await sources.customer_groups.read()
    except RoomRefused as refused:
        if refused.outcome.verdict is Verdict.RETRY:
            raise
        log.warning("customer groups can't be read", why=refused.outcome.why)
        return None


@job(READING_JOB, schedule=Daily(time(3, 45)), catch_up=timedelta(days=1), fetch=read_groups)
async def keep_nicknames(ctx: JobContext, told: Told) -> None:
    for group in ctx.company.groups:
        if not group.has_customers:
            continue
        found = _called(group, told or ())
        await ctx.store.nicknames.note_reading(Reading(group.id, ctx.now, granted=found is not None), by=ctx.act)
        if found:
            await ctx.store.nicknames.replace(group.id, Source.READ, _known(group, found, ctx), by=ctx.act)
        for user in await ctx.store.nicknames.take_wishes(group.id):
            await send_report(group, user, ctx)


def _called(group: Group, told: Sequence[CustomerGroup]) -> CustomerGroup | None:
    """The one of that name; two of one name could be mistaken for each other."""
    named = [each for each in told if each.name in group.names]
    return named[0] if len(named) == 1 else None


def _known(group: Group, found: CustomerGroup, ctx: JobContext) -> list[Known]:
    return [
        Known(each.id, each.nickname, Source.READ, ctx.now, group.id, each.outsider)
        for each in found.members
        if each.nickname
    ]
