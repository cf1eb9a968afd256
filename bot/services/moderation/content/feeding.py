"""The archive's messages are looked at like those that are said to the bot, where the company has opened that feed.

Only what was written in groups that it knows, by people who are here, after everybody was told. What was said to the
bot it has seen already. Nothing of it is kept but what a human is asked about.
"""

import asyncio
from datetime import timedelta
from functools import cache
from typing import Final

import structlog

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.moderation.content.archived import Archived, Batch
from bot.domain.moderation.content.checks import Checks
from bot.domain.moderation.content.in_use import WordsInUse
from bot.domain.moderation.content.item import Source
from bot.domain.moderation.content.repeats import Repeats
from bot.services.moderation.content.looking import checks_of
from bot.services.moderation.content.raising import Seen, put_before_a_human
from bot.services.moderation.content.watching import EXEMPT, tells_of_danger, typed_command
from bot.shapes.context import JobContext
from bot.shapes.ports import Sources
from bot.shapes.store import Store

log = structlog.get_logger()

JOB: Final = "content-archive"
EVERY: Final = timedelta(seconds=30)
AT_ONCE: Final = timedelta(seconds=1)
_BREATH: Final = 50  # messages between two moments at which others get their turn


async def read(sources: Sources, store: Store) -> Batch | None:
    """None: there is no archive, or it can't be read now."""
    if sources.archive is None:
        return None
    try:
        return await sources.archive.read(await store.content_items.place())
    except OSError as error:
        log.warning("archive.unreadable", why=type(error).__name__)
        return None


async def take(ctx: JobContext, batch: Batch) -> None:
    """One that can't be dealt with doesn't keep the others from it."""
    checks = await checks_of(ctx.company)
    for number, each in enumerate(batch.messages):
        if number % _BREATH == 0:
            await asyncio.sleep(0)
        await _look(ctx, checks, each)
    await ctx.store.content_items.move(batch.place)


async def _look(ctx: JobContext, checks: Checks, message: Archived) -> None:
    seen = _seen(ctx, message)
    if seen is None or seen.group is None:
        return
    repeats = _memory(ctx.company.moderation.content.in_use)
    again = repeats.see(seen.author, seen.group.id, seen.text, message.id, seen.at)
    found = [*checks.look(seen.text), *([again] if again else [])]
    if not found or tells_of_danger(seen.text) or typed_command(seen.text, ctx.company) in EXEMPT:
        return
    try:
        await ctx.store.attempt(lambda: put_before_a_human(ctx, seen, found))
    except Exception as error:
        log.warning("archive.failed", why=type(error).__name__)


def _seen(ctx: JobContext, message: Archived) -> Seen | None:
    """None: it isn't the bot's to look at."""
    rules, company = ctx.company.moderation.content, ctx.company
    at = message.at.astimezone(ctx.now.tzinfo)
    if not rules.on or rules.archive_since is None or at.date() < rules.archive_since:
        return None
    group = _group(message, company)
    if group is None or not company.is_here(message.author) or f"@{company.bot_name}" in message.text:
        return None
    return Seen(message.author, group, message.text, min(at, ctx.now), Source.ARCHIVE)


def _group(message: Archived, company: Company) -> Group | None:
    named = company.moderation.content.rooms.get(message.room)
    if named is None:
        return company.group_of_chat(message.room)
    return next((each for each in company.groups if named in (each.id, each.name)), None)


@cache
def _memory(_: WordsInUse) -> Repeats:
    """One for the process."""
    return Repeats()
