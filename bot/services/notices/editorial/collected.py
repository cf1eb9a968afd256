"""What departments have told in a week, and who hasn't yet, in words."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.notices.news import News, week_of
from bot.domain.wording import shown
from bot.services.approvals.kinds import Desk
from bot.services.department_heads import reporting

IN_A_LIST: Final = 60  # characters of what a department tells
LISTED: Final = 20


async def overview(desk: Desk) -> str:
    """Of this week: who has told what, and who nothing yet."""
    week = week_of(desk.now.date())
    told = await desk.store.publishing.of_week(week)
    with_news, lacking = [each for each in told if each.words], await missing(desk, week)
    first, nothing = day_seen(week, desk.now.date()), len(told) - len(with_news)
    lines = [f"{first}这一周的部门动态：报了 {len(with_news)} 个，没有的 {nothing} 个。"]
    lines += [f"· {_name(each.department)}：{shown(each.words, IN_A_LIST)}{_listed(each)}" for each in with_news]
    if lacking:
        lines.append(f"还没回：{named(lacking)}。")
    return "\n".join(lines)


async def missing(desk: Desk, week: date) -> Sequence[str]:
    told = {each.department for each in await desk.store.publishing.of_week(week)}
    return [path for path in reporting(desk.company) if path not in told]


def called(department: str, week: date, today: date) -> str:
    """`生产部 本周动态`"""
    return f"{_name(department)} {near(week, today)}动态"


def near(week: date, today: date) -> str:
    return "本周" if week == week_of(today) else f"{week.month}月{week.day}日那周"


def _listed(news: News) -> str:
    return f"（{news.item}）" if news.item else ""


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def named(paths: Sequence[str]) -> str:
    names = "、".join(map(_name, paths[:LISTED]))
    return f"{names}等 {len(paths)} 个部门" if len(paths) > LISTED else names
