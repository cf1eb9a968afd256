"""Puts an occasion of the calendar into words: its own, a text of the library, and what is still open."""

from typing import Final

from bot.domain.dates import day
from bot.domain.notices.topics import Topic as Subscription
from bot.domain.safety.calendar.entry import Occasion
from bot.domain.safety.calendar.when import Rhythm
from bot.domain.safety.library.topic import Topic
from bot.identifiers import GroupId
from bot.services.approvals.kinds import Desk
from bot.services.safety.calendar.open_hazards import looked_back, open_in
from bot.shapes.outgoing import Markdown

# The policy's own line (D4§3) stands in every routine notice.
REPORT: Final = "安全第一、预防为主：看到隐患发 /隐患 地点 情况；遇险先撤离，再打 119、120。"


async def notice(desk: Desk, group: GroupId, stream: Subscription, occasion: Occasion, topic: Topic | None) -> Markdown:
    """For a group: what it subscribed to stands in front."""
    title = _filled(desk, occasion, occasion.entry.title)
    subject = day(occasion.day) if title == stream.value else title
    parts = [_filled(desk, occasion, occasion.entry.text), *_taught(topic)]
    if occasion.entry.hazards:
        parts.append(await _hazards(desk, group, occasion))
    if occasion.entry.when.is_routine:
        parts.append(REPORT)
    parts.append(for_outsiders(desk, group))
    return _markdown(f"【{stream}】{subject}", parts)


def for_outsiders(desk: Desk, group: GroupId) -> str:
    """Where they read along: nobody outside can write to the bot, and the form is the company's own (decision 57)."""
    link, room = desk.company.safety.outsiders_link, desk.company.group(group)
    outside = link and room is not None and room.kind in desk.company.notices.outside
    return f"外单位的朋友看到隐患，打开 {link} 填一下，或告诉带你的人。" if outside else ""


async def in_private(desk: Desk, occasion: Occasion) -> Markdown:
    """For somebody who answers for it."""
    title, text = filled(desk, occasion)
    figures = await looked_back(desk, occasion.entry.when.rhythm) if occasion.entry.hazards else ""
    return _markdown(f"【安全日历】{title}", [text, figures])


def lesson(topic: Topic) -> str:
    """A text with its source, in plain words."""
    return f"{topic.headline}\n{topic.text}\n来源：{topic.source}"


def filled(desk: Desk, occasion: Occasion) -> tuple[str, str]:
    """Its title and its own words."""
    return _filled(desk, occasion, occasion.entry.title), _filled(desk, occasion, occasion.entry.text)


async def _hazards(desk: Desk, group: GroupId, occasion: Occasion) -> str:
    """By the month and the quarter, what came of them; else what is open."""
    rhythm = occasion.entry.when.rhythm
    if rhythm in (Rhythm.MONTHLY, Rhythm.QUARTERLY):
        return await looked_back(desk, rhythm)
    return await open_in(desk, group)


def _taught(topic: Topic | None) -> list[str]:
    return [f"**{topic.headline}**\n{topic.text}\n来源：{topic.source}"] if topic else []


def _filled(desk: Desk, occasion: Occasion, words: str) -> str:
    theme = desk.company.safety_year.themes.get(occasion.day.year, "")
    return occasion.words(words, desk.company.pace.calendar, theme)


def _markdown(title: str, parts: list[str]) -> Markdown:
    body = "\n".join(filter(None, parts))
    text = f"**{title}**\n{body}"
    return Markdown(text, text.replace("**", ""))
