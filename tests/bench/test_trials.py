"""A short pair and a short conversation with the real bot on each database: so that what breaks the benchmark is
noticed."""

from contextlib import AbstractContextManager
from pathlib import Path

import msgspec
import pytest

from bench import callback_figures, postgres, replies
from bench.load import Result
from bench.trials import Conditions, Trial, UntrustworthyError, beside, checked, pairs

SHORT = {"at_rest": 3, "load_seconds": 0.2, "settling": 0.0}
LOAD = Result(ok=10, other=0, accepted=15, seconds=2.0, cpu=0.001, p50=1.0, p99=2.0, spent=False)


def trial(*, stored: int, other: int = 0, spent: bool = False) -> Trial:
    load = msgspec.structs.replace(LOAD, other=other, spent=spent)
    return Trial(0.5, 40.0, 41.0, load, handled=0, stored=stored)


def test_a_rate_counts_the_measured_time_only() -> None:
    assert trial(stored=15).rate == 5.0
    assert trial(stored=15).cpu_us == pytest.approx(100.0)


def test_what_was_acknowledged_and_not_stored_is_no_figure() -> None:
    assert checked(trial(stored=15))
    with pytest.raises(UntrustworthyError, match="15 acknowledged, but 14 stored"):
        checked(trial(stored=14))
    with pytest.raises(UntrustworthyError, match="1 callbacks"):
        checked(trial(stored=15, other=1))
    with pytest.raises(UntrustworthyError, match="did not last"):
        checked(trial(stored=15, spent=True))


def test_a_pair_gives_its_three_figures() -> None:
    figures = {figure.name: figure for figure in callback_figures.figures(list(pairs(1, 0.3, patience=0.0)))}
    assert set(figures) == {"ack.sqlite", "start", "memory"}
    assert figures["ack.sqlite"].ratio > 0  # how much is for a machine with nothing else to do
    assert figures["ack.sqlite"].more["stored"] > 0
    assert figures["start"].ratio > 1


@pytest.mark.postgres
def test_two_processes_on_postgres_share_the_load(postgres_server: str, postgres_template: str) -> None:
    def fresh(_: Path) -> AbstractContextManager[str]:
        return postgres.database(postgres_server, template=postgres_template)

    [pair] = pairs(1, 0.3, fresh, conditions=Conditions(processes=2), patience=0.0)
    figure = callback_figures.ack("ack.postgres.two", [pair])
    assert figure.name == "ack.postgres.two"
    assert figure.ratio > 0
    assert pair.bot.stored >= pair.bot.load.accepted > 0


def test_a_conversation_gives_its_four_figures() -> None:
    figures = {figure.name: figure for figure in replies.figures("reply", beside, **SHORT)}
    assert set(figures) == {"reply.rest.p50", "reply.rest.p99", "reply.load.p50", "reply.load.p99"}
    assert all(1 < figure.value < 5000 for figure in figures.values())


@pytest.mark.postgres
def test_two_processes_on_postgres_answer_as_one(postgres_server: str, postgres_template: str) -> None:
    def fresh(_: Path) -> AbstractContextManager[str]:
        return postgres.database(postgres_server, template=postgres_template)

    figures = replies.figures("reply.postgres", fresh, processes=2, **SHORT)
    assert {figure.name.rpartition(".")[0] for figure in figures} == {"reply.postgres.rest", "reply.postgres.load"}
    assert all(1 < figure.value < 5000 for figure in figures)
