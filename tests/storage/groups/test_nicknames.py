"""What people call themselves: the newest counts, whoever says it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.nicknames.known import Known, Reading, Source
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.groups.nicknames import PAGE, NicknameTable
from bot.storage.models.operating import Trail

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("zhangsan", "改昵称", "员工", "test", NOW)
ZHANG, LI = UserId("zhangsan"), UserId("lisi")
A, B = GroupId("a"), GroupId("b")


def known(nickname: str, holder: UserId = ZHANG, group: GroupId | None = A, days: int = 0, **more) -> Known:  # type: ignore[no-untyped-def]
    return Known(holder, nickname, more.pop("source", Source.DECLARED), NOW + timedelta(days=days), group, **more)


async def test_the_newest_of_each_person_in_each_group_counts(database: Database) -> None:
    table = NicknameTable()
    await table.declare(known("生产部张三"), by=BY)
    await table.declare(known("生产部-张三", days=1), by=BY)
    await table.declare(known("张三", group=None), by=BY)
    await table.replace(A, Source.READ, [known("三哥", days=2, source=Source.READ)], by=BY)
    await table.replace(B, Source.PASTED, [known("李四", LI, B, source=Source.PASTED)], by=BY)
    assert {(each.group, each.nickname, each.source) for each in await table.of_groups([A])} == {
        (A, "三哥", Source.READ),
        (None, "张三", Source.DECLARED),
    }
    assert {each.nickname for each in await table.of_all()} == {"三哥", "张三", "李四"}


async def test_a_new_list_replaces_the_old_one(database: Database) -> None:
    table = NicknameTable()
    await table.replace(
        A, Source.READ, [known("三哥", source=Source.READ), known("四哥", LI, source=Source.READ)], by=BY
    )
    outsider = known("恒远置业-李总", UserId("wm1"), source=Source.READ, outsider=True)
    await table.replace(A, Source.READ, [outsider], by=BY)
    assert await table.of_groups([A]) == [outsider]


async def test_who_uses_a_nickname_however_it_is_written(database: Database) -> None:
    table = NicknameTable()
    await table.declare(known("生产部-刘洋2"), by=BY)
    assert await table.users_of("生产部 刘洋２") == {ZHANG}
    assert await table.users_of("生产部-刘洋") == set()


async def test_when_it_was_read_and_whether_we_may(database: Database) -> None:
    table = NicknameTable()
    await table.note_reading(Reading(A, NOW, granted=False), by=BY)
    await table.note_reading(Reading(A, NOW + timedelta(days=1), granted=True), by=BY)
    assert await table.readings() == {A: Reading(A, NOW + timedelta(days=1), granted=True)}


async def test_the_trail_holds_no_nickname(database: Database) -> None:
    table = NicknameTable()
    await table.declare(known("生产部-张三"), by=BY)
    entry = await Trail.get()
    assert (entry.action, entry.subject) == ("改昵称:nickname.declared", "person:zhangsan")
    assert "张三" not in str(entry.details)


async def test_a_wish_is_fulfilled_once(database: Database) -> None:
    table = NicknameTable()
    for user in (ZHANG, LI, ZHANG):
        await table.wish(A, user)
    assert await table.take_wishes(B) == []
    assert await table.take_wishes(A) == [ZHANG, LI]
    assert await table.take_wishes(A) == []


async def test_all_of_them_come_page_by_page(database: Database) -> None:
    table = NicknameTable()
    many = [known(f"生产部-张三{n}", UserId(f"u{n}"), source=Source.READ) for n in range(PAGE + 5)]
    await table.replace(A, Source.READ, many, by=BY)
    await table.declare(known("生产部-李四", UserId("u0"), days=-1), by=BY)
    found = {each.holder: each.nickname for each in await table.of_all()}
    assert len(found) == PAGE + 5
    assert found[UserId("u0")] == "生产部-张三0", "the newer one counts, not the last one written"


async def test_the_same_list_again_is_newer_and_leaves_no_trace(database: Database) -> None:
    table = NicknameTable()
    later = replace(BY, at=NOW + timedelta(days=2))
    await table.replace(A, Source.READ, [known("三哥", source=Source.READ)], by=BY)
    await table.declare(known("生产部-张三", days=1), by=BY)
    await table.replace(A, Source.READ, [known("三哥", days=2, source=Source.READ)], by=later)
    assert [(each.nickname, each.at) for each in await table.of_groups([A])] == [("三哥", later.at)]
    for granted in (True, True, False):
        await table.note_reading(Reading(A, NOW, granted=granted), by=BY)
    assert await Trail.filter(action__contains="nickname.read").count() == 1 + 2
