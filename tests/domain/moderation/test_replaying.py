"""Past cases under a changed policy."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.moderation.categories import Severity
from bot.domain.moderation.history import Past, PastState
from bot.domain.moderation.pack import Pack
from bot.domain.moderation.replaying import Record, next_time, replay
from bot.domain.moderation.rules import ModerationRules

NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
RULES = ModerationRules()
D8 = RULES.named("D8", NOW)
STRICT = replace(D8, version="2", ladder={**D8.ladder, Severity.MILD: ("warning", "remove")})


def record(
    person: str, days_ago: int, state: PastState = PastState.CONFIRMED, *, act: str = "", pack: str = "D8"
) -> Record:
    at = NOW - timedelta(days=days_ago)
    return Record(person, Past(f"WG-{person}-{days_ago}", "C15", at, state, act), Severity.MILD, at, pack)


def strictly(pack: str, at: datetime) -> Pack:
    return STRICT if pack == "D8" else RULES.named(pack, at)


def steps(records: list[Record]) -> list[tuple[str, str, str]]:
    found = replay(records, RULES.named, strictly)
    return [
        (each.number, *(standing.step.name if standing.step else "" for standing in (each.before, each.after)))
        for each in found
        if each.changes
    ]


def test_only_the_second_time_changes() -> None:
    records = [record("甲", 30), record("甲", 20), record("甲", 10), record("乙", 20)]
    assert steps(records) == [("WG-甲-20", "禁言", "移出群聊")]


def test_nobody_is_counted_for_another() -> None:
    assert steps([record("甲", 30), record("乙", 20)]) == []


def test_what_was_overturned_is_nobodys_record() -> None:
    assert steps([record("甲", 30), record("甲", 20, PastState.OVERTURNED)]) == []
    assert steps([record("甲", 30, PastState.OVERTURNED), record("甲", 20)]) == []


def test_two_cases_about_one_act() -> None:
    assert steps([record("甲", 20, act="a"), record("甲", 19, act="a")]) == []


def test_what_another_text_judged_stays_as_it_is() -> None:
    assert steps([record("甲", 30, pack="D12"), record("甲", 20, pack="D12")]) == []


def test_the_order_in_which_they_are_read_does_not_matter() -> None:
    records = [record("甲", 30), record("乙", 25), record("甲", 20)]
    assert steps(records) == steps(records[::-1])


def test_one_more_today() -> None:
    (found,) = next_time([record("甲", 30)], RULES.named, strictly, NOW)
    assert (found.before.step, found.after.step) == (D8.steps["mute"], D8.steps["remove"])
    assert found.changes
    (lapsed,) = next_time([record("甲", 300)], RULES.named, strictly, NOW)
    assert not lapsed.changes


def test_a_pack_that_was_not_there_yet_leaves_it_to_the_usual_one() -> None:
    assert RULES.named("SC", NOW) == D8
