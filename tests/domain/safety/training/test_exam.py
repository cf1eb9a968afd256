from dataclasses import replace

from bot.domain.safety.training.exam import (
    Answered,
    Question,
    Result,
    best,
    next_attempt,
    option_order,
    order,
    results,
    results_by_person,
)
from bot.identifiers import UserId

ZHANG, LI = UserId("zhangsan"), UserId("lisi")
QUESTIONS = [Question(f"问题{each}", ("对", "错"), 0) for each in range(4)]


def answers(attempt: int, *chosen: int) -> list[Answered]:
    return [Answered(ZHANG, attempt, place, each) for place, each in enumerate(chosen)]


def test_everybody_has_an_order_of_his_own_that_stays() -> None:
    assert order("PX-1", ZHANG, 1, 10) == order("PX-1", ZHANG, 1, 10)
    assert sorted(order("PX-1", ZHANG, 1, 10)) == list(range(10))
    assert len({order("PX-1", ZHANG, 1, 10), order("PX-1", LI, 1, 10), order("PX-1", ZHANG, 2, 10)}) == 3
    assert sorted(option_order("PX-1", ZHANG, 1, 3, 4)) == [0, 1, 2, 3]


def test_what_came_of_it() -> None:
    assert results(answers(1, 0, 0, 0, 1), QUESTIONS) == (Result(1, 75, done=True),)
    assert results(answers(1, 0, 0), QUESTIONS) == (Result(1, 50, done=False),)


def test_an_answer_is_not_changed() -> None:
    twice = [*answers(1, 1, 0, 0, 0), Answered(ZHANG, 1, 0, 0)]
    assert results(twice, QUESTIONS)[0].percent == 75


def test_the_better_one_counts() -> None:
    found = results([*answers(1, 0, 0, 0, 1), *answers(2, 1, 1, 1, 1)], QUESTIONS)
    assert best(found) == Result(1, 75, done=True)
    assert best(()) is None


def test_of_each() -> None:
    lis = [replace(each, user=LI) for each in answers(1, 0, 0, 0, 0)]
    found = results_by_person([*answers(1, 0, 1), *lis], QUESTIONS)
    assert found == {ZHANG: (Result(1, 25, done=False),), LI: (Result(1, 100, done=True),)}


def test_two_tries() -> None:
    bad, good, open_ = Result(1, 50, done=True), Result(1, 80, done=True), Result(1, 25, done=False)
    assert next_attempt((), 80) == 1
    assert next_attempt((open_,), 80) == 1
    assert next_attempt((bad,), 80) == 2
    assert next_attempt((good,), 80) is None
    assert next_attempt((bad, Result(2, 50, done=True)), 80) is None
