"""What departments tell each week, and what a month's publishing is about. The trail has no words of either."""

from collections.abc import Sequence
from datetime import date

import msgspec

from bot.domain.notices.news import Focus, News
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.publishing import DeptNewsRecord, FocusRecord


class PublishingTable:
    async def tell(self, news: News, *, by: Act) -> None:
        await DeptNewsRecord.create(
            department=news.department, week=news.week, version=news.version, news=_written(news)
        )
        await trail.record(by, "dept_news.told", _subject(news))

    async def retell(self, news: News, *, was: int, by: Act) -> bool:
        mine = DeptNewsRecord.filter(department=news.department, week=news.week, version=was)
        if not await mine.update(version=news.version, news=_written(news)):
            return False
        await trail.record(by, "dept_news.told_anew", _subject(news), version=news.version)
        return True

    async def news(self, department: str, week: date) -> News | None:
        row = await DeptNewsRecord.get_or_none(department=department, week=week)
        return _news(row) if row else None

    async def of_week(self, week: date) -> Sequence[News]:
        return [_news(row) for row in await DeptNewsRecord.filter(week=week).order_by("department")]

    async def set_focus(self, focus: Focus, *, by: Act) -> None:
        await locks.hold(FocusRecord, "focus")
        await FocusRecord.update_or_create(month=focus.month, defaults={"focus": _written(focus)})
        await trail.record(by, "publishing.focus_set", f"focus:{focus.month:%Y-%m}")

    async def focus(self, month: date) -> Focus | None:
        row = await FocusRecord.get_or_none(month=month)
        return msgspec.json.decode(row.focus, type=Focus) if row else None


def _written(value: News | Focus) -> str:
    return msgspec.json.encode(value).decode()


def _news(row: DeptNewsRecord) -> News:
    return msgspec.json.decode(row.news, type=News)


def _subject(news: News) -> str:
    return f"dept_news:{news.week}:{news.department}"
