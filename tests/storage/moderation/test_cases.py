"""Cases are kept alike on both databases: what was said is under seal, the log only grows, a change counts once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.moderation.cases.case import Case, Evidence, Noted, digest_of
from bot.domain.moderation.cases.measures import Doing, Effect, Measure, restriction, task
from bot.domain.moderation.categories import Severity
from bot.domain.moderation.history import PastState
from bot.domain.moderation.pack import StepKind
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.moderation import CaseNoteRecord, CaseRecord, EvidenceRecord
from bot.storage.models.operating import Trail
from bot.storage.moderation.cases import CaseTable
from bot.storage.moderation.measures import MeasureTable
from bot.storage.privacy.sealing import Seal

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANGSAN, A, B = UserId("zhangsan"), GroupId("projecta"), GroupId("projectb")
BY = Act("zhengqun", "警告", "群管理员", "test:1", NOW)
WORDS = "刷广告，骂人"

pytestmark = pytest.mark.usefixtures("database")


def case(number: str = "WG-1", *, days_ago: int = 0) -> Case:
    at = NOW - timedelta(days=days_ago)
    return Case(
        number,
        ZHANGSAN,
        UserId("zhengqun"),
        A,
        StepKind.WARNING,
        "C15",
        Severity.MILD,
        "D8",
        "1",
        1,
        at,
        at,
        at + timedelta(days=3),
        act=digest_of("加我"),
    )


async def test_what_was_kept_is_read_back(database: Database) -> None:
    table = CaseTable()
    await table.add(case(), WORDS, by=BY)
    await table.add(case("WG-0", days_ago=9), "", by=BY)
    assert await table.get("WG-1", NOW) == case()
    assert await table.get("WG-7", NOW) is None
    assert await table.reason("WG-1") == WORDS
    assert await table.reason("WG-7") == ""
    assert [each.number for each in await table.of(ZHANGSAN, NOW)] == ["WG-0", "WG-1"]
    assert await table.of(UserId("lisi"), NOW) == []
    assert [each.number for each in await table.all(NOW)] == ["WG-0", "WG-1"]
    assert [each.number for each in await table.between(NOW - timedelta(days=9), NOW, NOW)] == ["WG-0"]


async def test_a_change_counts_once_and_the_log_grows(database: Database) -> None:
    table, after = CaseTable(), replace(case(), state=PastState.OVERTURNED, version=2)
    await table.add(case(), WORDS, by=BY)
    assert await table.save(after, Noted.LIFTED, "看错了人", was=1, by=BY)
    assert not await table.save(after, Noted.LIFTED, was=1, by=BY)
    assert await table.get("WG-1", NOW) == after
    assert [(each.kind, each.text) for each in await table.notes("WG-1")] == [
        (Noted.IMPOSED, ""),
        (Noted.LIFTED, "看错了人"),
    ]


async def test_words_are_under_seal(database: Database) -> None:
    mine = CaseTable(Seal.fresh())
    await mine.add(case(), WORDS, by=BY)
    await mine.note("WG-1", Noted.EXTENDED, WORDS, by=BY)
    quoted = Evidence("WG-1", digest_of(WORDS), UserId("zhengqun"), NOW, WORDS)
    await mine.prove(quoted, by=BY)
    assert await mine.evidence("WG-1") == [quoted]
    rows = [*await CaseRecord.all().values(), *await EvidenceRecord.all().values()]
    rows += [*await CaseNoteRecord.all().values(), *await Trail.all().values()]
    assert "广告" not in str(rows)
    other = CaseTable(Seal.fresh())
    assert await other.reason("WG-1") is None
    assert [each.text for each in await other.evidence("WG-1")] == [None]
    assert {each.text for each in await other.notes("WG-1")} == {""}


@pytest.mark.parametrize(
    ("group", "until", "at", "asked", "expected"),
    [
        (A, 2, 1, A, True),
        (A, 2, 1, B, False),
        (A, 2, 1, None, False),  # a mute holds in its group alone
        (A, 2, 2, A, False),  # its last moment is over
        (None, None, 99, A, True),
        (None, 2, 1, None, True),
    ],
)
async def test_what_restricts_somebody(
    database: Database, group: GroupId | None, until: int | None, at: int, asked: GroupId | None, expected: bool
) -> None:
    table = MeasureTable()
    ends = NOW + timedelta(hours=until) if until else None
    added = await table.add(restriction("WG-1", ZHANGSAN, group, NOW, ends), by=BY)
    moment = NOW + timedelta(hours=at)
    assert (await table.restricts(ZHANGSAN, asked, moment) is not None) is expected
    assert await table.restricts(UserId("lisi"), asked, moment) is None
    assert await table.save(added.over(moment), was=Effect.BY_BOT, by=BY)
    assert await table.restricts(ZHANGSAN, asked, NOW) is None


async def test_the_longest_restriction_counts(database: Database) -> None:
    table = MeasureTable()
    for hours in (1, 5, 3):
        await table.add(restriction(f"WG-{hours}", ZHANGSAN, A, NOW, NOW + timedelta(hours=hours)), by=BY)
    found = await table.restricts(ZHANGSAN, A, NOW)
    assert found
    assert found.case == "WG-5"


async def test_who_answers_first_is_written_down(database: Database) -> None:
    table = MeasureTable()
    asked = await table.add(task("WG-1", Doing.MUTE, ZHANGSAN, A, NOW, NOW + timedelta(hours=2)), by=BY)
    done, cannot = (asked.answered(UserId("zhengqun"), NOW, done=each) for each in (True, False))
    assert await table.save(done, was=Effect.REQUESTED, by=BY)
    assert not await table.save(cannot, was=Effect.REQUESTED, by=BY)
    assert await table.get(asked.id, NOW) == done
    assert await table.of("WG-1", NOW) == [done]
    assert await table.open_ones(ZHANGSAN, NOW) == [done]
    over = done.over(NOW)
    assert await table.save(over, was=Effect.BY_HUMAN, by=BY)
    assert not await table.save(over, was=Effect.BY_HUMAN, by=BY)
    assert await table.open_ones(ZHANGSAN, NOW) == []
    assert await table.get(99, NOW) is None


def test_what_nobody_did_in_time_was_not_done() -> None:
    asked: Measure = task("WG-1", Doing.MUTE, ZHANGSAN, A, NOW, NOW + timedelta(minutes=10))
    assert asked.due_at == NOW + timedelta(minutes=10)
    assert asked.over(NOW).effect is Effect.IMPOSSIBLE
    assert asked.answered(ZHANGSAN, NOW, done=True).over(NOW).effect is Effect.BY_HUMAN
