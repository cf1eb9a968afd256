"""Cases go in their time with all that hangs on them; what is held stays, and what was never proven goes sooner."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.approvals.request import RequestState
from bot.domain.moderation.appeals.appeal import Appeal
from bot.domain.moderation.cases.case import Case, Evidence, Noted, digest_of
from bot.domain.moderation.cases.measures import Doing, Effect, Measure, restriction
from bot.domain.moderation.categories import Severity
from bot.domain.moderation.history import PastState
from bot.domain.moderation.matters.matter import About, Matter, MatterState, Told
from bot.domain.moderation.mediation.dispute import Dispute, DisputeState
from bot.domain.moderation.pack import StepKind
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.models.approvals import RequestRecord
from bot.storage.models.fairness import AppealRecord, AppealStatementRecord, DisputeNoteRecord, DisputeRecord
from bot.storage.models.matters import HoldRecord, MatterNoteRecord, MatterRecord
from bot.storage.models.moderation import CaseNoteRecord, CaseRecord, EvidenceRecord, MeasureRecord
from bot.storage.models.operating import Trail
from bot.storage.models.timers import TimerRecord
from bot.storage.moderation.cases import CaseTable
from bot.storage.moderation.fairness import AppealTable, DisputeTable
from bot.storage.moderation.matters import HoldTable, MatterTable
from bot.storage.moderation.measures import MeasureTable
from bot.storage.moderation.old_cases import OldCaseTable

BEFORE = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
OLD, YOUNG = BEFORE - timedelta(days=200), BEFORE - timedelta(days=100)
LI, ZHENG = UserId("lisi"), UserId("zhengqun")
BY = Act("zhengqun", "警告", "群管理员", "test:1", OLD)
JOB = Act("job", "case-retention", "定时任务", "slot", BEFORE)

pytestmark = pytest.mark.usefixtures("database")


async def case(number: str, at: datetime = OLD, *, target: UserId = LI, **other: object) -> Case:
    what = StepKind.WARNING, "C15", Severity.MILD, "D8", "1", 1, at, at, at + timedelta(days=3)
    it = replace(Case(number, target, ZHENG, GroupId("projecta"), *what), **other)  # type: ignore[arg-type]
    await CaseTable().add(it, "刷广告", by=BY)
    await CaseTable().prove(Evidence(number, digest_of("加我"), ZHENG, at, "加我"), by=BY)
    await MeasureTable().add(restriction(number, target, it.group, at, at), by=BY)
    return it


async def forget(*held: str, at_most: int = 100) -> int:
    return await OldCaseTable().forget(BEFORE, lambda _: None, at_most=at_most, by=JOB, held=held)


async def unproven(*held: str, at_most: int = 100) -> int:
    return await OldCaseTable().forget_unproven(BEFORE, kinds=("群管处理",), at_most=at_most, by=JOB, held=held)


async def left() -> list[str]:
    return [str(each) for each in await CaseRecord.all().order_by("number").values_list("number", flat=True)]


async def test_what_is_spent_goes_with_all_of_it() -> None:
    await case("WG-1")
    await case("WG-2", YOUNG, target=UserId("zhangsan"))
    await AppealTable().add(Appeal("WG-1", LI, OLD, OLD, (ZHENG,)), "不是我", by=BY)
    await AppealTable().state("WG-1", "有录屏", by=BY)
    await TimerRecord.create(job="moderation-clock", subject="WG-1", kind="end", due_at=OLD, try_at=OLD)
    assert await forget() == 1
    assert await left() == ["WG-2"]
    for model in (CaseNoteRecord, EvidenceRecord, MeasureRecord):
        assert set(await model.all().values_list("number", flat=True)) == {"WG-2"}
    for gone in (AppealRecord, AppealStatementRecord, TimerRecord):
        assert not await gone.all().count()
    assert (await Trail.all().order_by("-id").first()).action == "case-retention:cases.forgotten"  # type: ignore[union-attr]
    assert await forget() == 0


async def test_what_a_later_one_counts_stays_and_what_has_no_end() -> None:
    await case("WG-1")
    await case("WG-2", YOUNG)
    await case("WG-3", target=UserId("zhangsan"))
    endless = Measure("WG-3", Doing.ACCOUNT, UserId("zhangsan"), None, Effect.REQUESTED, OLD)
    await MeasureTable().add(endless, by=BY)
    assert await forget() == 0
    assert await left() == ["WG-1", "WG-2", "WG-3"]


@pytest.mark.parametrize("held", ["WG-1", "lisi", "zhengqun"])
async def test_what_is_held_stays(held: str) -> None:
    await case("WG-1")
    assert await forget(held) == 0
    assert await left() == ["WG-1"]


async def test_no_more_than_so_many_at_a_time() -> None:
    for number in range(4):
        await case(f"WG-{number}", target=UserId(f"user{number}"))
    assert [await forget(at_most=2) for _ in range(3)] == [2, 2, 0]


async def test_matters_and_disputes_once_they_are_over() -> None:
    done = Matter("YJ-1", About.LIABILITY, LI, ZHENG, OLD, MatterState.DONE)
    for matter in (done, replace(done, number="YJ-2", state=MatterState.WAITING), replace(done, number="YJ-3")):
        await MatterTable().add(matter, "泄密", Told.OPENED, by=BY)
    await MatterTable().note("YJ-3", Told.DONE, by=replace(BY, at=BEFORE))
    await HoldTable().keep(done, by=BY)
    dispute = Dispute("TJ-1", LI, (LI, UserId("zhangsan")), ZHENG, None, OLD)
    for one in (dispute, replace(dispute, number="TJ-2", state=DisputeState.SETTLED, closed_at=OLD)):
        await DisputeTable().add(one, "吵架", by=BY)
    await DisputeTable().save(
        replace(dispute, number="TJ-2", state=DisputeState.SETTLED, closed_at=OLD, version=2), was=1, by=BY
    )
    assert await forget() == 2
    numbers = [set(await model.all().values_list("number", flat=True)) for model in (MatterRecord, MatterNoteRecord)]
    assert numbers == [{"YJ-2", "YJ-3"}, {"YJ-2", "YJ-3"}]
    assert await HoldRecord.all().count() == 0
    for model in (DisputeRecord, DisputeNoteRecord):
        assert set(await model.all().values_list("number", flat=True)) == {"TJ-1"}


async def test_what_proves_an_overturned_one_goes_sooner_and_the_case_says_still_what_became_of_it() -> None:
    it = await case("WG-1", YOUNG)
    await CaseTable().save(replace(it, state=PastState.OVERTURNED, version=2), Noted.OVERTURNED, was=1, by=BY)
    await case("WG-2")
    assert [await unproven("WG-1"), await unproven(), await unproven()] == [0, 1, 0]
    assert set(await EvidenceRecord.all().values_list("number", flat=True)) == {"WG-2"}
    assert await left() == ["WG-1", "WG-2"]


async def test_what_was_proposed_and_nobody_agreed_to_goes_whole() -> None:
    await case("WG-1", state=PastState.PROPOSED)
    agreed = await case("WG-2", state=PastState.PROPOSED)
    after = replace(agreed, state=PastState.CONFIRMED, version=2)
    await CaseTable().save(after, Noted.IMPOSED, was=1, by=BY)
    assert [await unproven("lisi"), await unproven(), await unproven()] == [0, 1, 0]
    assert await left() == ["WG-2"]


async def test_requests_that_nobody_agreed_to_and_what_was_quoted_for_them() -> None:
    for number, state, closed in (
        ("RQ-1", RequestState.REJECTED, OLD),
        ("RQ-2", RequestState.PENDING, None),
        ("RQ-3", RequestState.APPROVED, OLD),
        ("RQ-4", RequestState.WITHDRAWN, BEFORE),
    ):
        row = {"kind": "群管处理", "applicant": ZHENG, "text": "", "version": 1, "body": ""}
        await RequestRecord.create(number=number, state=state, opened_at=OLD, due_at=OLD, closed_at=closed, **row)
        await CaseTable().prove(Evidence(number, digest_of("加我"), ZHENG, OLD, "加我"), by=BY)
    assert await unproven("zhengqun") == 0
    assert await unproven() == 4
    assert await RequestRecord.all().order_by("number").values_list("number", flat=True) == ["RQ-2", "RQ-3", "RQ-4"]
    assert await EvidenceRecord.all().values_list("number", flat=True) == ["RQ-2"]
