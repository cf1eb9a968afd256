"""Reads the company's directory from WeCom: at every start, each night, and soon after WeCom says it changed.

Where every fifth would be gone, and more than ten, or nobody was read, all stays as it was, and the administrators are
asked whether they have really left.

Where no contacts can be read (a bot id alone), people come from an imported file and this job finds nothing.
"""

from datetime import time, timedelta

from bot.services.approvals.approvals import JOB
from bot.services.groups.registry.unkept import KEEPING_JOB
from bot.services.groups.rosters.wanting import look_soon
from bot.services.people.odd_names import NAMES_JOB
from bot.services.people.vanishing import DIRECTORY_JOB, is_believed
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job
from bot.shapes.ports import DirectoryCopy, Sources
from bot.shapes.store import Store

SOON = timedelta(minutes=1)  # by then every process knows the new directory


async def read_directory(sources: Sources, store: Store) -> DirectoryCopy | None:
    return await sources.directory.read() if sources.directory else None


@job(
    DIRECTORY_JOB,
    schedule=Daily(time(3, 30)),
    catch_up=timedelta(days=7),
    fetch=read_directory,
)
async def sync_directory(ctx: JobContext, found: DirectoryCopy | None) -> None:
    if found is None:
        return
    if not await is_believed(ctx, found.people):
        return
    change = await ctx.store.directory.replace(found.departments, found.people, by=ctx.act)
    await ctx.store.jobs.hasten(NAMES_JOB, ctx.now + SOON)
    if change.added or change.changed or change.left:
        await look_soon(ctx, [group.id for group in ctx.company.groups])
    if change.left:  # somebody may be waiting for his decision, and a group for who looks after it
        await ctx.store.jobs.hasten(JOB, ctx.now)
        await ctx.store.jobs.hasten(KEEPING_JOB, ctx.now + SOON)
