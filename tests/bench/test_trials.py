"""One short pair and one short conversation with the real bot: so that what breaks the benchmark is noticed."""

import msgspec
import pytest

from bench import callback_figures, replies
from bench.load import Result
from bench.trials import Trial, UntrustworthyError, checked, pairs

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
    figures = {figure.name: figure for figure in callback_figures.figures(list(pairs(1, 0.3)))}
    assert set(figures) == {"ack.sqlite", "start", "memory"}
    assert 0 < figures["ack.sqlite"].ratio < 1
    assert figures["ack.sqlite"].more["stored"] > 0
    assert figures["start"].ratio > 1


def test_a_conversation_gives_its_four_figures() -> None:
    figures = {figure.name: figure for figure in replies.figures(at_rest=3, load_seconds=0.2, settling=0.0)}
    assert set(figures) == {"reply.rest.p50", "reply.rest.p99", "reply.load.p50", "reply.load.p99"}
    assert all(1 < figure.value < 5000 for figure in figures.values())
