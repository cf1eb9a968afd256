"""Trainings, their questions and answers, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.safety.training.exam import Answered, Question
from bot.domain.safety.training.training import Material, Training, TrainingKind, TrainingState
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.safety.trainings import TrainingTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
CHEN, ZHANG = UserId("chenan"), UserId("zhangsan")
STARTS = NOW + timedelta(days=5)
TRAINING = Training(
    "PX-20261122-001", TrainingKind.SPECIAL, "消防", CHEN, CHEN, "生产部", STARTS, "二楼", 90, exam=True
)
BY = Act(CHEN, "培训", "安全管理员", "test:1", NOW)
TABLE = TrainingTable()


async def test_from_a_draft_to_the_plan(database: Database) -> None:
    await TABLE.add(TRAINING, ["dept:生产部"], by=BY)
    assert await TABLE.drafts_of(CHEN, NOW, since=NOW) == [TRAINING]
    assert await TABLE.drafts_of(CHEN, NOW, since=NOW + timedelta(seconds=1)) == []
    assert await TABLE.audience(TRAINING.number) == ("dept:生产部",)
    assert await TABLE.between(NOW, STARTS + timedelta(days=1), NOW) == []
    changed = await TABLE.change(TRAINING, by=BY, place="一楼")
    assert changed == replace(TRAINING, place="一楼")
    assert await TABLE.settle(changed, TrainingState.PLANNED, by=BY)
    assert not await TABLE.settle(changed, TrainingState.CALLED_OFF, by=BY)
    planned = replace(changed, state=TrainingState.PLANNED)
    assert await TABLE.between(NOW, STARTS + timedelta(days=1), NOW) == [planned]
    assert await TABLE.several([TRAINING.number], NOW) == [planned]
    assert await TABLE.get(TRAINING.number, NOW) == planned


async def test_material_and_questions(database: Database) -> None:
    material = [Material("先看 https://example.com"), Material(file=FileId("f1"), name="课件.pdf")]
    for each in material:
        await TABLE.keep(TRAINING.number, each, by=BY)
    assert await TABLE.materials(TRAINING.number) == material
    questions = [Question("灭火器怎么用？", ("拔销", "乱喷"), 0, "先拔销。"), Question("打几？", ("119", "120"), 0)]
    await TABLE.ask(TRAINING.number, [questions[1]], by=BY)
    await TABLE.ask(TRAINING.number, questions, by=BY)
    assert await TABLE.questions(TRAINING.number) == questions
    await TABLE.ask("PX-2", questions[:1], by=BY)
    both = await TABLE.questions_on([TRAINING.number, "PX-2", "PX-3"])
    assert both == {TRAINING.number: questions, "PX-2": questions[:1]}


async def test_an_answer_counts_once(database: Database) -> None:
    answered = Answered(ZHANG, 1, 0, 1)
    assert await TABLE.answer(TRAINING.number, answered, by=BY)
    assert not await TABLE.answer(TRAINING.number, replace(answered, chosen=0), by=BY)
    assert await TABLE.answers(TRAINING.number) == [answered]
    assert await TABLE.answers_on([TRAINING.number, "PX-2"]) == {TRAINING.number: [answered]}
    assert await TABLE.answers_of(ZHANG, [TRAINING.number]) == {TRAINING.number: [answered]}
