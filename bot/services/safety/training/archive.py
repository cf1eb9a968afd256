"""What the law wants kept of trainings: time, content, people and results (安全生产法 art. 28); hours by person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from bot.domain.company import Company
from bot.domain.people import Person
from bot.domain.safety.sign_in.marks import Marked, Presence, attending
from bot.domain.safety.training.exam import Answered, Question, Result, best, results, results_by_person
from bot.domain.safety.training.training import Training, TrainingState, hours_said
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.store import Store

_YEAR = timedelta(days=365)


class Reader(Protocol):
    """What reading takes: a command's context and an export's wish have it."""

    @property
    def now(self) -> datetime: ...

    @property
    def company(self) -> Company: ...

    @property
    def store(self) -> Store: ...


@dataclass(frozen=True, slots=True)
class Attended:
    """One person on one training. `result`: the better one, None where nothing was asked or answered."""

    training: Training
    presence: Presence
    result: Result | None

    def counts(self, now: datetime) -> bool:
        """Whether its hours do."""
        return self.training.state is TrainingState.PLANNED and self.presence.was_here and self.training.ends <= now

    def said(self, mark: int, now: datetime) -> str:
        """`到场，考试 100 分通过`"""
        if self.training.starts > now and not self.presence.was_here:
            return "还没开始"
        if not self.presence.was_here:
            return "未到"
        if not self.training.exam:
            return "到场"
        if self.result is None:
            return "到场，考试没答完"
        return f"到场，考试 {self.result.percent} 分{'通过' if self.result.passed(mark) else '没通过'}"


async def of_person(desk: Desk, user: UserId) -> Sequence[Attended]:
    """The oldest first."""
    numbers = await desk.store.sign_in.sheets_of(user, desk.now)
    marks = await desk.store.sign_in.marks_of(user, numbers, desk.now)
    trainings = await desk.store.trainings.several(numbers, desk.now)
    answers = await desk.store.trainings.answers_of(user, numbers)
    questions = await desk.store.trainings.questions_on(numbers)
    found = []
    for each in trainings:
        presence = attending(marks.get(each.number, ())).get(user)
        if presence:
            result = best(results(answers.get(each.number, ()), questions.get(each.number, ())))
            found.append(Attended(each, presence, result))
    return found


async def between(desk: Reader, first: date, last: date) -> Sequence[tuple[Training, Sequence[Attended]]]:
    """All that took place in these days, both included, each with its people."""
    zone = desk.now.tzinfo
    begins = datetime.combine(first, time(), zone)
    trainings = await desk.store.trainings.between(
        begins, datetime.combine(last + timedelta(days=1), time(), zone), desk.now
    )
    planned = [each for each in trainings if each.state is TrainingState.PLANNED]
    return list(zip(planned, await _attended(desk, planned), strict=True))


async def on(desk: Reader, training: Training) -> Sequence[Attended]:
    (people,) = await _attended(desk, [training])
    return people


async def _attended(desk: Reader, trainings: Sequence[Training]) -> Sequence[Sequence[Attended]]:
    """In the order of the trainings, however many there are by three questions to the database."""
    numbers = [each.number for each in trainings]
    marks = await desk.store.sign_in.marks_on(numbers, desk.now)
    questions = await desk.store.trainings.questions_on(numbers)
    answers = await desk.store.trainings.answers_on(numbers)
    return [
        _people(each, marks.get(each.number, ()), questions.get(each.number, ()), answers.get(each.number, ()))
        for each in trainings
    ]


def _people(
    training: Training, marks: Sequence[Marked], questions: Sequence[Question], answers: Sequence[Answered]
) -> Sequence[Attended]:
    found = results_by_person(answers, questions)
    return [Attended(training, each, best(found.get(each.user, ()))) for each in attending(marks).values()]


def hours(attended: Iterable[Attended], year: int, now: datetime) -> float:
    """Of one person in a year."""
    minutes = sum(each.training.minutes for each in attended if each.training.starts.year == year and each.counts(now))
    return minutes / 60


def wanted(desk: Desk, person: Person) -> int:
    """Hours that this year wants of him."""
    home = desk.company.department_of(person)
    path = desk.company.finder.departments.path(home) if home else ""
    service = desk.company.leave.facts(person.user_id).service
    joined = service.joined if service else None
    is_new = joined is not None and joined + _YEAR > desk.now.date()
    return desk.company.training.wanted(tuple(reversed(path.split("/"))), is_new=is_new)


def hours_line(done: float, want: int, year: int) -> str:
    head = f"{year}年已学 {hours_said(int(done * 60))}，要求 {want} 小时"
    return f"{head}，够了。" if done >= want else f"{head}，还差 {hours_said(int((want - done) * 60))}。"


def hours_by_person(
    found: Iterable[tuple[Training, Sequence[Attended]]], year: int, now: datetime
) -> Mapping[UserId, float]:
    of: dict[UserId, list[Attended]] = {}
    for _, people in found:
        for each in people:
            of.setdefault(each.presence.user, []).append(each)
    return {user: hours(attended, year, now) for user, attended in of.items()}
