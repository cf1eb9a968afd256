"""A warning of the weather goes out at once, quiet hours or not: somebody said it, and it stops work."""

from collections.abc import Sequence
from typing import Final

from bot.domain.notices.topics import Topic
from bot.domain.safety.areas import area_called
from bot.domain.safety.calendar.weather import HEAT_LAW, HOT, Signal, Weather, heat_measures, measures
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import GroupId
from bot.services.safety.calendar.readers import readers
from bot.shapes.context import Context
from bot.shapes.outgoing import Markdown, ToGroup
from bot.shapes.replies import Reply

LONGEST_PLACE: Final = 20  # characters


async def warn_of_heat(ctx: Context, degrees: int, place: str) -> Reply:
    """Raises UserError below 35 degrees, and where it was said already."""
    lines = heat_measures(degrees)
    if not lines:
        raise UserError(
            Code.LIMIT, f"{degrees}℃ 不到 {HOT}℃，还没有要停、要减的规定，没有发。平时防暑发 /安全问答 中暑。"
        )
    head = f"今天最高气温 {degrees}℃，以当地气象台发布的为准。"
    return await _send(ctx, f"高温 {degrees}℃", place, [head, *_numbered(lines), f"依据：{HEAT_LAW}"])


async def warn_of_weather(ctx: Context, weather: Weather, signal: Signal | None, place: str) -> Reply:
    """Raises UserError where it was said already."""
    what = f"{weather}{signal}预警" if signal else f"{weather}"
    stop = ["停不停工由负责人定，定了马上告诉大家；不等命令，觉得危险就先撤。"]
    return await _send(ctx, what, place, [*_numbered(measures(weather)), *stop])


async def _send(ctx: Context, what: str, place: str, lines: Sequence[str]) -> Reply:
    where = shown(place, LONGEST_PLACE)
    title = f"【紧急·{what}】{where}"
    said_by = f"{ctx.company.name_of(ctx.sender.user_id)} {ctx.now:%H:%M} 发布。"
    text = "\n".join([f"**{title}**", *lines, said_by])
    groups = await _groups(ctx, place)
    fresh = [each for each in groups if await _is_new(ctx, each, f"{what} {place}")]
    if not groups:
        raise UserError(Code.NOT_FOUND, "还没有群订阅安全提醒，没有地方可发。请到群里 @我 发 /订阅 安全提醒。")
    if not fresh:
        raise UserError(Code.DUPLICATE, f"今天已经发过{what}{_at(where)}了，没有再发。情况变了，换个温度或级别再发。")
    for group in fresh:
        ctx.tell(ToGroup(group), Markdown(text, text.replace("**", "")))
    names = "、".join(room.name for each in fresh if (room := ctx.company.group(each)))
    return Reply(f"{what}{_at(where)}已发到 {len(fresh)} 个群：{names}。")


async def _groups(ctx: Context, place: str) -> list[GroupId]:
    """Those of the area that is named, where it has any; else all that subscribe."""
    area = area_called(place, ctx.company) if place else None
    if area and area.groups:
        return list(area.groups)
    return [GroupId(each) for each in await readers(ctx, Topic.SAFETY)]


async def _is_new(ctx: Context, group: GroupId, what: str) -> bool:
    return await ctx.store.safety_calendar.note(group, what, ctx.now.date(), None, by=ctx.act)


def _at(place: str) -> str:
    return f"（{place}）" if place else ""


def _numbered(lines: Sequence[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]
