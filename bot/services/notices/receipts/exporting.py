"""Notices as a table: what went out in some days, to how many, and how many have confirmed it (S222, S228)."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from bot.domain.company import Company
from bot.domain.notices.figures import Figures, figures
from bot.domain.notices.notice import Notice
from bot.domain.notices.posting import Posting
from bot.domain.notices.timeliness import timeliness
from bot.domain.percent import percent
from bot.services.notices.receipts.confirming import as_posted
from bot.services.notices.receipts.reached import Reached, calls, count
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
    "来源",
    "生效日期",
    "事发时间",
    "事发到发布（分钟）",
    "及时",
)


async def export(store: Store, company: Company, now: datetime, first: date, last: date) -> Sequence[Sequence[str]]:
    """A row for each time that one went out, from `first` to `last`, both included."""
    start = datetime.combine(first, time.min, now.tzinfo)
    end = datetime.combine(last + timedelta(days=1), time.min, now.tzinfo)
    postings = await store.postings.between(start, end)
    notices = await store.notices.several({each.number for each in postings})
    rows = []
    for posting in postings:
        if notice := notices.get(posting.number):
            found = count(await calls(store, posting))  # one by one, and so are receipts: there are one for each reader
            receipts = await store.receipts.all(posting.id) if posting.wants_confirmation else ()
            asked = figures(receipts, posting.begun_at, company)
            rows.append(_row(await as_posted(store, notice, posting), posting, found, asked, company, now.tzinfo))
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
        *_grounds(notice, posting, company, zone),
    )


def _grounds(notice: Notice, posting: Posting, company: Company, zone: tzinfo | None) -> Sequence[str]:
    grounds = notice.draft.grounds
    found = timeliness(notice.draft, posting.begun_at, company.notices.within)
    return (
        grounds.source,
        grounds.effective.isoformat() if grounds.effective else "",
        f"{grounds.happened_at.astimezone(zone):%Y-%m-%d %H:%M}" if grounds.happened_at else "",
        str(round(found.took.total_seconds() / 60)) if found else "",
        ("否" if found.is_late else "是") if found else "",
    )
