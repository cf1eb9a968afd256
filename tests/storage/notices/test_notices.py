"""Announcements are kept alike on both databases: every version of them, and who was quicker is quicker."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Approval, Category, Draft, Enclosure, Notice, NoticeState, Quiz
from bot.domain.notices.topics import Topic
from bot.domain.rights import Role
from bot.identifiers import FileId, GroupId, UserId
from bot.shapes.act import Act
from bot.storage.models.notices import NoticeFileRecord
from bot.storage.models.operating import Trail
from bot.storage.notices.notices import NoticeTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
AUTHOR = UserId("zhengqun")
EVERYTHING = Draft(
    "明天停电",
    Audience(groups=(GroupId("projecta"),), topic=Topic.SAFETY, roles=(Role.DEPT_HEAD,), titles=("总裁",)),
    title="停电通知",
    at=NOW + timedelta(days=1),
    recurrence="WEEKLY;MO;08:00",
    wants_confirmation=True,
    quiz=Quiz("几点停？", ("八点", "九点"), 1, "通知里写了九点。"),
    urgent=True,
    category=Category.OUTAGE,
    enclosure=Enclosure(FileId("f" * 64), "图.png", is_picture=True),
    expires_at=NOW + timedelta(days=9),
)
PLAIN = Draft("开会", Audience(everybody=True))

pytestmark = pytest.mark.usefixtures("database")


def by(user: str = AUTHOR, *, minutes: int = 0) -> Act:
    return Act(user, "公告", "群管理员", f"test:{user}", NOW + timedelta(minutes=minutes))


async def added(number: str = "GG-1", draft: Draft = PLAIN, *, minutes: int = 0) -> Notice:
    notice = Notice(number, AUTHOR, draft, NOW + timedelta(minutes=minutes))
    await NoticeTable().add(notice, by=by(minutes=minutes))
    return notice


async def test_what_is_written_is_read_back() -> None:
    notice = await added(draft=EVERYTHING)
    assert await NoticeTable().get("GG-1") == notice
    assert await NoticeTable().get("GG-2") is None
    assert await NoticeTable().several(["GG-1", "GG-2"]) == {"GG-1": notice}


async def test_an_approval_fits_the_draft_after_it_was_read_back() -> None:
    notice = await added(draft=EVERYTHING)
    approved = replace(notice, approval=Approval(notice.draft.digest, (UserId("linmi"),), NOW, "RQ-1"))
    assert await NoticeTable().save(approved, was=notice, change="approved", by=by("linmi"))
    read = await NoticeTable().get("GG-1")
    assert read == replace(approved, revision=2)
    assert read.is_approved
    assert not replace(read, draft=replace(read.draft, text="后天停电")).is_approved


async def test_who_comes_second_changes_nothing() -> None:
    notice = await added()
    assert await NoticeTable().save(
        replace(notice, state=NoticeState.SCHEDULED), was=notice, change="scheduled", by=by()
    )
    assert not await NoticeTable().save(
        replace(notice, state=NoticeState.CANCELLED), was=notice, change="cancelled", by=by()
    )
    now = await NoticeTable().get("GG-1")
    assert now is not None
    assert now.state is NoticeState.SCHEDULED


async def test_each_version_stays() -> None:
    notice = await added()
    edited = replace(notice, draft=replace(PLAIN, text="不开会"), version=2)
    assert await NoticeTable().save(edited, was=notice, change="edited", by=by("linmi", minutes=5))
    found = await NoticeTable().versions("GG-1")
    assert [(each.number, each.draft.text, each.by) for each in found] == [
        (1, "开会", AUTHOR),
        (2, "不开会", UserId("linmi")),
    ]


async def test_lists_come_in_their_order() -> None:
    table = NoticeTable()
    for number, hours in (("GG-1", 5), ("GG-2", 1)):
        notice = await added(number)
        planned = replace(notice, state=NoticeState.SCHEDULED, next_at=NOW + timedelta(hours=hours))
        await table.save(planned, was=notice, change="scheduled", by=by())
    await added("GG-3")
    assert [each.number for each in await table.in_state(NoticeState.SCHEDULED)] == ["GG-2", "GG-1"]
    assert [each.number for each in await table.of(AUTHOR, most=2)] == ["GG-3", "GG-2"]
    assert [each.number for each in await table.of(AUTHOR, most=9, states=[NoticeState.DRAFT])] == ["GG-3"]
    assert await table.of(UserId("lisi"), most=9) == []


async def test_an_equal_one_is_found_while_it_lives() -> None:
    table = NoticeTable()
    notice = await added()
    assert await table.same(AUTHOR, PLAIN, NOW) == notice
    assert await table.same(AUTHOR, replace(PLAIN, text="散会"), NOW) is None
    assert await table.same(AUTHOR, PLAIN, NOW + timedelta(minutes=1)) is None
    assert await table.same(UserId("lisi"), PLAIN, NOW) is None
    await table.save(replace(notice, state=NoticeState.CANCELLED), was=notice, change="cancelled", by=by())
    assert await table.same(AUTHOR, PLAIN, NOW) is None


async def test_the_trail_repeats_no_words() -> None:
    notice = await added()
    await NoticeTable().save(replace(notice, state=NoticeState.PAUSED), was=notice, change="paused", by=by())
    entries = await Trail.all().order_by("id")
    assert [(each.action, each.subject) for each in entries] == [
        ("公告:notice.drafted", "notice:GG-1"),
        ("公告:notice.paused", "notice:GG-1"),
    ]
    assert "开会" not in str([each.details for each in entries])


async def test_of_what_nobody_has_yet_only_the_last_picture_is_kept() -> None:
    notices, pictures = NoticeTable(), [Enclosure(FileId(each * 64), "图.png", is_picture=True) for each in "abc"]
    first, second, third = [replace(PLAIN, enclosure=each) for each in pictures]
    notice = Notice("GG-1", AUTHOR, first, NOW)
    await notices.add(notice, by=by())
    changed = replace(notice, draft=second, version=2)
    assert await notices.save(changed, was=notice, change="edited", by=by())
    assert await kept() == ["b" * 64]
    out = replace(changed, revision=2, posted_at=NOW)
    assert await notices.save(out, was=replace(changed, revision=2), change="posted", by=by())
    again = replace(out, revision=3, version=3, draft=third)
    assert await notices.save(again, was=replace(out, revision=3), change="edited", by=by())
    assert await kept() == ["b" * 64, "c" * 64]


async def kept() -> list[str]:
    return sorted([row.file for row in await NoticeFileRecord.all()])
