"""Notices as a table: what went out in some days, to how many, and how many have confirmed it (S222, S228)."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from bot.domain.company import Company
from bot.domain.notices.figures import Figures, figures
from bot.domain.notices.notice import Notice
from bot.domain.notices.posting import Posting
from bot.domain.percent import percent
from bot.services.notices.confirming import notice_of
from bot.services.notices.reached import Reached, calls, count
from bot.services.notices.wording import whom
from bot.shapes.store import Store

TITLE: Final = "公告"
HEADER: Final = (
    "编号",
    "版本",
    "发布人",
    "类别",
    "标题",
    "对象",
    "发布时间",
    "状态",
    "群",
    "私聊人数",
    "送达",
    "不确定",
    "没送到",
    "送达率",
    "应确认",
    "已确认",
    "确认率",
    "一半人确认用时（分钟）",
    "更正了",
    "审核人",
)


async def export(store: Store, company: Company, now: datetime, first: date, last: date) -> Sequence[Sequence[str]]:
    """A row for each time that one went out, from `first` to `last`, both included."""
    start = datetime.combine(first, time.min, now.tzinfo)
    end = datetime.combine(last + timedelta(days=1), time.min, now.tzinfo)
    rows = []
    for posting in await store.postings.between(start, end):
        notice = await notice_of(store, posting)
        if notice is not None:
            found = count(await calls(store, posting))
            receipts = figures(await store.receipts.all(posting.id), posting.begun_at, company)
            rows.append(_row(notice, posting, found, receipts, company, now.tzinfo))
    return rows


def _row(
    notice: Notice, posting: Posting, found: Reached, receipts: Figures, company: Company, zone: tzinfo | None
) -> Sequence[str]:
    asked = posting.wants_confirmation
    half = receipts.median
    return (
        notice.number,
        str(posting.version),
        company.name_of(notice.author),
        notice.draft.category,
        notice.draft.headline,
        whom(notice.draft.audience, company),
        f"{posting.begun_at.astimezone(zone):%Y-%m-%d %H:%M}",
        posting.state,
        str(len(posting.groups)),
        str(posting.people),
        str(len(found.sent)),
        str(len(found.unknown)),
        str(len(found.refused)),
        percent(len(found.sent), posting.people),
        str(receipts.expected) if asked else "",
        str(receipts.confirmed) if asked else "",
        percent(receipts.confirmed, receipts.expected) if asked else "",
        str(round(half.total_seconds() / 60)) if half is not None else "",
        notice.corrects,
        "、".join(company.name_of(user) for user in notice.approval.by) if notice.approval else "",
    )
