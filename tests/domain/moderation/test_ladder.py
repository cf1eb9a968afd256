"""Which step follows which history: the vectors of tests/data, and what holds for any history at all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moderation.categories import Severity, categories, category
from bot.domain.moderation.history import Past, PastState
from bot.domain.moderation.ladder import Standing, step_for
from bot.domain.moderation.pack import ORDER, Decay, Pack, Procedure, Repeat, StepKind
from bot.domain.moderation.rules import ModerationRules

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 10, tzinfo=ZONE)
PACKS = {pack.id: pack for pack in ModerationRules().packs(NOW)}
D8 = PACKS["D8"]
ADS = category("C15")
STATES = {each.name.lower(): each for each in PastState}


def vectors() -> Iterator[tuple[str, str]]:
    """Each line with a name of its own."""
    text = (Path(__file__).parents[2] / "data" / "policy_vectors.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    yield from (
        (f"{number} {re.sub(' +', ' ', line.partition('|')[0])}".strip(), line) for number, line in enumerate(lines)
    )


def at(day: str, hour: int = 10) -> datetime:
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=ZONE)


def history(written: str) -> list[Past]:
    found = []
    for number, entry in enumerate(each.split() for each in written.split(",") if each.strip() != "-"):
        state = STATES[entry[2]] if len(entry) > 2 else PastState.CONFIRMED
        found.append(Past(f"WG-{number:03}", entry[1], at(entry[0], 18 if entry[0] < "2026-11-22" else 9), state))
    return found


@pytest.mark.parametrize("line", [pytest.param(line, id=name) for name, line in vectors()])
def test_the_vectors(line: str) -> None:
    act, before, outcome, count = (each.strip() for each in line.split("|"))
    pack, code, severity, day = act.split()
    standing = step_for(history(before), category(code), Severity(severity), at(day), PACKS[pack])
    step = standing.step
    assert (f"{step.key} {step.clause}" if step else "nobody") == outcome
    assert standing.count == int(count)


def test_there_are_enough_vectors_for_each_pack() -> None:
    by_pack = [line.split()[0] for _, line in vectors()]
    assert len(by_pack) >= 60
    assert set(by_pack) == set(PACKS)


def first(**changes: object) -> Standing:
    return step_for([], ADS, Severity.MILD, NOW, replace(D8, **changes))  # type: ignore[arg-type]


def test_what_comes_next_is_known() -> None:
    assert first().next_step == D8.steps["mute"]
    assert first().lapses_on.isoformat() == "2027-05-21"
    assert first().breaks == ("D8§9.3",)


def test_without_procedure_it_is_a_hint_and_order_is_kept_all_the_same() -> None:
    assert first().advisory
    assert first().is_carried_out
    suspended = step_for([], category("C18"), Severity.SERIOUS, NOW, PACKS["D3"])
    assert not suspended.is_carried_out
    day = NOW.date()
    adopted = replace(PACKS["D3"], procedure=Procedure(day, day, day, 96))
    assert step_for([], category("C18"), Severity.SERIOUS, NOW, adopted).is_carried_out
    earlier = step_for([], category("C18"), Severity.SERIOUS, NOW - timedelta(days=1), adopted)
    assert earlier.advisory


def test_what_ends_a_job_is_a_proposal_whatever_the_procedure() -> None:
    day = NOW.date()
    adopted = replace(PACKS["D2"], procedure=Procedure(day, day, day, 100))
    standing = step_for([], category("C02"), Severity.CRITICAL, NOW, adopted)
    assert standing.is_proposal
    assert not standing.is_carried_out


def test_any_category_counts_where_the_pack_says_so() -> None:
    insult = [Past("WG-1", "C12", NOW - timedelta(days=3))]
    assert step_for(insult, ADS, Severity.MILD, NOW, D8).count == 1
    assert step_for(insult, ADS, Severity.MILD, NOW, replace(D8, repeat=Repeat.ANY)).count == 2


def test_each_lapses_by_itself_where_the_pack_says_so() -> None:
    chain = history("2026-01-10 C15, 2026-07-01 C15")
    assert step_for(chain, ADS, Severity.MILD, NOW, replace(D8, decay=Decay.EACH)).count == 2


def test_two_cases_of_one_act_count_once() -> None:
    twice = [Past(f"WG-{n}", "C15", NOW - timedelta(hours=n), act="sha256:1") for n in (1, 2)]
    assert step_for(twice, ADS, Severity.MILD, NOW, D8).count == 2
    one_fell = [replace(twice[0], state=PastState.OVERTURNED), twice[1]]
    assert step_for(one_fell, ADS, Severity.MILD, NOW, D8).count == 2
    both_fell = [replace(each, state=PastState.OVERTURNED) for each in twice]
    assert step_for(both_fell, ADS, Severity.MILD, NOW, D8).count == 1


def test_days_are_those_of_the_company_whatever_the_clock_of_the_record() -> None:
    """18:00 UTC on the 25th is the 26th in Shanghai: 180 days before."""
    late = Past("WG-1", "C15", datetime(2026, 5, 25, 18, tzinfo=UTC))
    assert step_for([late], ADS, Severity.MILD, NOW, D8).count == 2


def test_an_appeal_is_pointed_out() -> None:
    standing = step_for(history("2026-11-01 C15 appealed"), ADS, Severity.MILD, NOW, D8)
    assert [each.number for each in standing.contested] == ["WG-000"]


pasts = st.builds(
    Past,
    number=st.uuids().map(str),
    category=st.sampled_from(["C15", "C12"]),
    confirmed_at=st.integers(0, 900 * 24).map(lambda hours: NOW - timedelta(hours=hours)),
    state=st.sampled_from(list(PastState)),
    act=st.sampled_from(["", "", "", "a", "b"]),
)
histories = st.lists(pasts, max_size=12)
packs = st.builds(
    lambda pack, decay, repeat, days: replace(pack, decay=decay, repeat=repeat, window=timedelta(days=days)),
    st.sampled_from(list(PACKS.values())),
    st.sampled_from(list(Decay)),
    st.sampled_from(list(Repeat)),
    st.integers(1, 400),
)


@given(histories, st.randoms(), packs)
def test_the_order_of_the_history_does_not_matter(past: list[Past], chance: object, pack: Pack) -> None:
    shuffled = list(past)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert step_for(shuffled, ADS, Severity.MILD, NOW, pack) == step_for(past, ADS, Severity.MILD, NOW, pack)


@given(histories, pasts, st.sampled_from([PastState.OVERTURNED, PastState.PARDONED]), packs)
def test_what_was_overturned_changes_nothing(past: list[Past], one: Past, state: PastState, pack: Pack) -> None:
    without = step_for(past, ADS, Severity.MILD, NOW, pack)
    assert step_for([*past, replace(one, state=state)], ADS, Severity.MILD, NOW, pack) == without


@given(histories, st.integers(0, 1000), st.integers(0, 1000), packs)
def test_it_only_fades_with_time(past: list[Past], days: int, more: int, pack: Pack) -> None:
    sooner, later = (
        step_for(past, ADS, Severity.MILD, NOW + timedelta(days=each), pack).count for each in (days, days + more)
    )
    assert later <= sooner


@given(histories, pasts, packs)
def test_one_more_never_makes_it_less(past: list[Past], one: Past, pack: Pack) -> None:
    another = replace(one, act="")
    before = step_for(past, ADS, Severity.MILD, NOW, pack).count
    assert step_for([*past, another], ADS, Severity.MILD, NOW, pack).count >= before


@given(histories, packs, st.sampled_from(list(categories().values())), st.sampled_from(list(Severity)))
def test_a_step_is_one_of_the_pack_with_a_clause_of_it(
    past: list[Past], pack: Pack, kind: object, heavy: Severity
) -> None:
    step = step_for(past, kind, heavy, NOW, pack).step  # type: ignore[arg-type]
    assert step is None or (step in pack.steps.values() and step.clause.startswith(f"{pack.id}§"))


@pytest.mark.parametrize(
    ("pack", "code", "binds", "allowed"),
    [
        ("D3", "C02", True, True),
        ("D3", "C02", False, False),
        ("D3", "C04", True, False),  # it doesn't forbid that
        ("D8", "C02", True, False),  # it knows of no such step
    ],
)
def test_what_is_more_than_order_takes_a_text_that_binds_and_knows_of_it(
    pack: str, code: str, binds: bool, allowed: bool
) -> None:
    day = NOW.date()
    procedure = Procedure(day, day, day, 96) if binds else Procedure()
    found = replace(PACKS[pack], procedure=procedure)
    stands = step_for([], category(code), Severity.SERIOUS, NOW, found)
    assert stands.allows(StepKind.SUSPEND_ACCOUNT) is allowed
    assert all(stands.allows(kind) for kind in ORDER)
