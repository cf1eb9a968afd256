"""What the weather feed says goes to the groups: each warning once, in the night only what is orange or red."""

from collections.abc import Sequence
from typing import Final

import structlog

from bot.domain.rights import Role
from bot.domain.safety.calendar.forecast import Forecast
from bot.domain.wording import shown
from bot.identifiers import GroupId
from bot.services.safety.calendar.warning import groups_of, heat_lines, spread, spread_lifting, weather_lines
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.ports import Sources
from bot.shapes.store import Store

JOB: Final = "weather-feed"
MISSES: Final = 3  # reads of one day that failed, until somebody is told
_FEED: Final = "weather-feed"  # among the readers: what is put down of the feed itself

_DOWN: Final = (
    "天气来源今天读不到，预警不会自动发。看到预警请发 /天气预警 或 /高温预警，并请管理员检查 [safety.weather]。"
)

log = structlog.get_logger()


async def read(sources: Sources, store: Store) -> Sequence[Forecast] | None:
    """None: there is no feed, or it can't be read now."""
    if sources.weather is None:
        return None
    try:
        return await sources.weather.read()
    except (OSError, ValueError) as error:
        log.warning("weather.unreadable", why=type(error).__name__)
        return None


async def take(ctx: JobContext, forecasts: Sequence[Forecast] | None) -> None:
    if forecasts is None:
        await _missed(ctx)
        return
    for each in forecasts:
        if each.lifted:
            await _lift(ctx, each)
        elif each.counts(ctx.now) and (each.is_urgent or ctx.now.time() not in ctx.company.pace.calendar.quiet):
            await _say(ctx, each)


async def _say(ctx: JobContext, forecast: Forecast) -> None:
    lines = weather_lines(forecast.weather) if forecast.weather else heat_lines(forecast.degrees)
    groups = [each for each in await groups_of(ctx, forecast.place) if await _note(ctx, each, forecast, forecast.what)]
    if groups:
        await spread(ctx, forecast.what, forecast.place, lines, _source(ctx, forecast), groups)


async def _lift(ctx: JobContext, forecast: Forecast) -> None:
    """Only those hear it who heard of this very warning."""
    said = await ctx.store.safety_calendar.said(forecast.begins.date())
    begins = _name(forecast, "")
    heard = [GroupId(reader) for reader, entries in said.items() if any(each.startswith(begins) for each in entries)]
    fresh = [each for each in heard if await _note(ctx, each, forecast, "over")]
    if fresh:
        await spread_lifting(ctx, forecast.kind, fresh, _source(ctx, forecast))


async def _missed(ctx: JobContext) -> None:
    today = ctx.now.date()
    await ctx.store.safety_calendar.note(_FEED, f"miss {ctx.now:%H:%M}", today, None, by=ctx.act)
    misses = (await ctx.store.safety_calendar.said(today)).get(_FEED, frozenset())
    if len(misses) < MISSES or ctx.now.time() in ctx.company.pace.calendar.quiet:
        return
    if await ctx.store.safety_calendar.note(_FEED, "told", today, None, by=ctx.act):
        for officer in ctx.company.serving(Role.SAFETY_ADMIN):
            ctx.tell(ToPerson(officer), Text(_DOWN))


async def _note(ctx: JobContext, group: GroupId, forecast: Forecast, what: str) -> bool:
    """By the day on which it began, so that it is one thing for as long as it lasts."""
    day = forecast.begins.date()
    return await ctx.store.safety_calendar.note(group, _name(forecast, what), day, None, by=ctx.act)


def _name(forecast: Forecast, what: str) -> str:
    return f"{forecast.id}|{what}"


def _source(ctx: JobContext, forecast: Forecast) -> str:
    who = shown(forecast.source) if forecast.source else "天气来源"
    return f"{who} {forecast.begins.astimezone(ctx.now.tzinfo):%H:%M} 发布，我自动转发。"
