"""Trainings with their materials, questions and answers. Answers are only ever added."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.safety.training.exam import Answered, Question
from bot.domain.safety.training.training import Material, Training, TrainingKind, TrainingState
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.training import AnswerRecord, MaterialRecord, QuestionRecord, TrainingRecord


class TrainingTable:
    async def add(self, training: Training, audience: Sequence[str], *, by: Act) -> None:
        await TrainingRecord.create(
            number=training.number,
            kind=training.kind,
            topic=training.topic,
            author=training.author,
            trainer=training.trainer,
            audience=training.audience,
            meant=list(audience),
            starts=training.starts,
            place=training.place,
            minutes=training.minutes,
            exam=training.exam,
            state=training.state,
            made_up=training.made_up,
            written_at=by.at,
        )
        await trail.record(by, "training.written", _subject(training.number), kind=training.kind.name)

    async def get(self, number: str, now: datetime) -> Training | None:
        row = await TrainingRecord.get_or_none(number=number)
        return _training(row, now) if row else None

    async def audience(self, number: str) -> Sequence[str]:
        row = await TrainingRecord.get_or_none(number=number)
        return tuple(row.meant) if row else ()

    async def several(self, numbers: Iterable[str], now: datetime) -> Sequence[Training]:
        rows = TrainingRecord.filter(number__in=list(numbers)).order_by("starts", "number")
        return [_training(row, now) for row in await rows]

    async def between(self, first: datetime, last: datetime, now: datetime) -> Sequence[Training]:
        told = TrainingRecord.filter(starts__gte=first, starts__lt=last).exclude(state=TrainingState.DRAFT)
        return [_training(row, now) for row in await told.order_by("starts", "number")]

    async def drafts_of(self, user: UserId, now: datetime, *, since: datetime) -> Sequence[Training]:
        drafts = TrainingRecord.filter(author=user, state=TrainingState.DRAFT, written_at__gte=since)
        return [_training(row, now) for row in await drafts.order_by("-written_at", "-number")]

    async def change(self, training: Training, *, by: Act, **changes: Any) -> Training:
        await TrainingRecord.filter(number=training.number).update(**changes)
        await trail.record(by, "training.changed", _subject(training.number), what=sorted(changes))
        row = await TrainingRecord.get(number=training.number)
        return _training(row, by.at)

    async def settle(self, training: Training, state: TrainingState, *, by: Act, why: str = "") -> bool:
        if not await TrainingRecord.filter(number=training.number, state=training.state).update(state=state):
            return False
        await trail.record(by, "training.settled", _subject(training.number), state=state.name)
        return True

    async def keep(self, number: str, material: Material, *, by: Act) -> None:
        await MaterialRecord.create(number=number, text=material.text, file=material.file, name=material.name, at=by.at)
        await trail.record(by, "training.material", _subject(number))

    async def materials(self, number: str) -> Sequence[Material]:
        rows = await MaterialRecord.filter(number=number).order_by("id")
        return [Material(row.text, FileId(row.file) if row.file else None, row.name) for row in rows]

    async def ask(self, number: str, questions: Iterable[Question], *, by: Act) -> None:
        await QuestionRecord.filter(number=number).delete()
        for place, each in enumerate(questions):
            await QuestionRecord.create(
                number=number, place=place, text=each.text, options=list(each.options), answer=each.answer, why=each.why
            )
        await trail.record(by, "training.questions", _subject(number))

    async def questions(self, number: str) -> Sequence[Question]:
        return [_question(row) for row in await QuestionRecord.filter(number=number).order_by("place")]

    async def questions_on(self, numbers: Iterable[str]) -> Mapping[str, Sequence[Question]]:
        found: dict[str, list[Question]] = {}
        for row in await QuestionRecord.filter(number__in=list(numbers)).order_by("place"):
            found.setdefault(row.number, []).append(_question(row))
        return found

    async def answer(self, number: str, answered: Answered, *, by: Act) -> bool:
        mine = AnswerRecord.filter(number=number, user=answered.user, attempt=answered.attempt)
        if await mine.filter(place=answered.place).exists():
            return False
        await AnswerRecord.create(
            number=number,
            user=answered.user,
            attempt=answered.attempt,
            place=answered.place,
            chosen=answered.chosen,
            at=by.at,
        )
        return True

    async def answers(self, number: str) -> Sequence[Answered]:
        return [_answered(row) for row in await AnswerRecord.filter(number=number).order_by("id")]

    async def answers_on(self, numbers: Iterable[str]) -> Mapping[str, Sequence[Answered]]:
        found: dict[str, list[Answered]] = {}
        for row in await AnswerRecord.filter(number__in=list(numbers)).order_by("id"):
            found.setdefault(row.number, []).append(_answered(row))
        return found

    async def answers_of(self, user: UserId, numbers: Iterable[str]) -> Mapping[str, Sequence[Answered]]:
        found: dict[str, list[Answered]] = {}
        for row in await AnswerRecord.filter(user=user, number__in=list(numbers)).order_by("id"):
            found.setdefault(row.number, []).append(_answered(row))
        return found


def _training(row: TrainingRecord, now: datetime) -> Training:
    return Training(
        number=row.number,
        kind=TrainingKind(row.kind),
        topic=row.topic,
        author=UserId(row.author),
        trainer=UserId(row.trainer),
        audience=row.audience,
        starts=row.starts.astimezone(now.tzinfo),
        place=row.place,
        minutes=row.minutes,
        exam=row.exam,
        state=TrainingState(row.state),
        made_up=row.made_up,
    )


def _question(row: QuestionRecord) -> Question:
    return Question(row.text, tuple(row.options), row.answer, row.why)


def _answered(row: AnswerRecord) -> Answered:
    return Answered(UserId(row.user), row.attempt, row.place, row.chosen)


def _subject(number: str) -> str:
    return f"training:{number}"
