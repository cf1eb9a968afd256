"""A warning of the weather goes out at once, quiet hours or not, where somebody says it: it stops work. When it is
over, those who heard it hear that too, and what to look at before they go on."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.domain.notices.topics import Topic
from bot.domain.safety.areas import area_called
from bot.domain.safety.calendar.weather import AFTERWARDS, HEAT_LAW, HOT, Signal, Weather, heat_measures, measures
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import GroupId
from bot.services.approvals.kinds import Desk
from bot.services.safety.calendar.readers import readers
from bot.shapes.context import Context
from bot.shapes.outgoing import Markdown, ToGroup
from bot.shapes.replies import Reply

LONGEST_PLACE: Final = 20  # characters
LIFTED: Final = "解除"
LOOKS_BACK: Final = 7  # days in which a warning was said that is over now
STOP: Final = "停不停工由负责人定，定了马上告诉大家；不等命令，觉得危险就先撤。"


async def warn_of_heat(ctx: Context, degrees: int, place: str) -> Reply:
    """Raises UserError below 35 degrees, and where it was said already."""
    lines = heat_lines(degrees)
    if not lines:
        raise UserError(
            Code.LIMIT, f"{degrees}℃ 不到 {HOT}℃，还没有要停、要减的规定，没有发。平时防暑发 /安全问答 中暑。"
        )
    return await _by_hand(ctx, f"高温 {degrees}℃", place, lines)


async def warn_of_weather(ctx: Context, weather: Weather, signal: Signal | None, place: str) -> Reply:
    """Raises UserError where it was said already."""
    what = f"{weather}{signal}预警" if signal else f"{weather}"
    return await _by_hand(ctx, what, place, weather_lines(weather))


async def lift(ctx: Context, weather: Weather) -> Reply:
    """Raises UserError where nothing of it was said lately."""
    said_by = f"{ctx.company.name_of(ctx.sender.user_id)} {ctx.now:%H:%M} 发布。"
    groups = await groups_told(ctx, weather.value)
    if not groups:
        raise UserError(Code.NOT_FOUND, f"最近 {LOOKS_BACK} 天没有发过还没解除的{weather}预警，没有可解除的。")
    await spread_lifting(ctx, weather.value, groups, said_by)
    return Reply(f"{weather}预警解除，已告诉 {len(groups)} 个群：{_names(ctx, groups)}。")


def heat_lines(degrees: int) -> Sequence[str]:
    """Empty where it isn't hot enough."""
    found = heat_measures(degrees)
    head = f"今天最高气温 {degrees}℃，以当地气象台发布的为准。"
    return [head, *_numbered(found), f"依据：{HEAT_LAW}"] if found else []


def weather_lines(weather: Weather) -> Sequence[str]:
    return [*_numbered(measures(weather)), STOP]


async def spread(
    desk: Desk, what: str, place: str, lines: Sequence[str], said_by: str, groups: Sequence[GroupId]
) -> Sequence[GroupId]:
    """To those of the groups that haven't heard it today, or not since it was over."""
    title = f"【紧急·{what}】{shown(place, LONGEST_PLACE)}"
    said = await desk.store.safety_calendar.said(desk.now.date())
    fresh = []
    for group in groups:
        lifted = sum(each.startswith(LIFTED) for each in said.get(group, ()))
        name = f"{what} {place}{'+' * lifted}"
        if await desk.store.safety_calendar.note(group, name, desk.now.date(), None, by=desk.act):
            fresh.append(group)
    _tell(desk, fresh, [f"**{title}**", *lines, said_by])
    return fresh


async def spread_lifting(desk: Desk, kind: str, groups: Sequence[GroupId], said_by: str) -> None:
    said = await desk.store.safety_calendar.said(desk.now.date())
    for group in groups:
        name = f"{LIFTED}{kind}{'+' * sum(each.startswith(LIFTED) for each in said.get(group, ()))}"
        await desk.store.safety_calendar.note(group, name, desk.now.date(), None, by=desk.act)
    _tell(desk, groups, [f"**【解除】{kind}预警**", *_numbered(AFTERWARDS), said_by])


async def groups_told(desk: Desk, kind: str) -> Sequence[GroupId]:
    """Those that heard a warning of this kind lately, and not since that it is over."""
    last: dict[str, str] = {}
    for days in range(LOOKS_BACK, -1, -1):
        for reader, entries in (await desk.store.safety_calendar.said(desk.now.date() - timedelta(days=days))).items():
            warned = sum(each.startswith(kind) for each in entries)
            lifted = sum(each.startswith(f"{LIFTED}{kind}") for each in entries)
            if warned or lifted:
                last[reader] = kind if warned > lifted else LIFTED
    return [GroupId(reader) for reader, what in last.items() if what == kind]


async def groups_of(desk: Desk, place: str) -> Sequence[GroupId]:
    """Those of the area that is named, where it has any; else all that subscribe."""
    area = area_called(place, desk.company) if place else None
    if area and area.groups:
        return list(area.groups)
    return [GroupId(each) for each in await readers(desk, Topic.SAFETY)]


async def _by_hand(ctx: Context, what: str, place: str, lines: Sequence[str]) -> Reply:
    groups = await groups_of(ctx, place)
    if not groups:
        raise UserError(Code.NOT_FOUND, "还没有群订阅安全提醒，没有地方可发。请到群里 @我 发 /订阅 安全提醒。")
    where = _at(shown(place, LONGEST_PLACE))
    said_by = f"{ctx.company.name_of(ctx.sender.user_id)} {ctx.now:%H:%M} 发布。"
    fresh = await spread(ctx, what, place, lines, said_by, groups)
    if not fresh:
        raise UserError(Code.DUPLICATE, f"今天已经发过{what}{where}了，没有再发。情况变了，换个温度或级别再发。")
    return Reply(f"{what}{where}已发到 {len(fresh)} 个群：{_names(ctx, fresh)}。")


def _tell(desk: Desk, groups: Sequence[GroupId], lines: Sequence[str]) -> None:
    text = "\n".join(lines)
    for group in groups:
        desk.tell(ToGroup(group), Markdown(text, text.replace("**", "")))


def _names(desk: Desk, groups: Sequence[GroupId]) -> str:
    return "、".join(room.name for each in groups if (room := desk.company.group(each)))


def _at(place: str) -> str:
    return f"（{place}）" if place else ""


def _numbered(lines: Sequence[str]) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]
