"""Three times within five minutes, by the same person, in the same group."""

from datetime import UTC, datetime, timedelta

from bot.domain.moderation.content.repeats import FLOOD, MOST, Repeats

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TEXT = "周年庆活动快来参加"


def test_the_third_time() -> None:
    repeats = Repeats()
    found = [repeats.see("zhangsan", "a", text, f"k{n}", NOW) for n, text in enumerate((TEXT, f"{TEXT}！", TEXT))]
    assert [each is not None for each in found] == [False, False, True]


def test_handled_again_it_counts_once() -> None:
    repeats = Repeats()
    assert not any(repeats.see("zhangsan", "a", TEXT, "same", NOW) for _ in range(5))


def test_others_other_groups_later_and_short_ones_dont_add_up() -> None:
    repeats = Repeats()
    seen = [
        repeats.see("zhangsan", "a", TEXT, "1", NOW),
        repeats.see("lisi", "a", TEXT, "2", NOW),
        repeats.see("zhangsan", "b", TEXT, "3", NOW),
        repeats.see("zhangsan", "a", TEXT, "4", NOW + timedelta(minutes=3)),
        repeats.see("zhangsan", "a", TEXT, "5", NOW + timedelta(minutes=6)),
        *(repeats.see("zhangsan", "a", "收到", f"s{n}", NOW) for n in range(5)),
    ]
    assert not any(seen)


def test_it_remembers_no_more_than_it_must() -> None:
    repeats = Repeats()
    for number in range(MOST + 10):
        repeats.see("zhangsan", "a", f"{TEXT}{number}", str(number), NOW)
    assert len(repeats) == MOST


def test_twenty_of_whatever_within_a_minute() -> None:
    repeats = Repeats()
    second = timedelta(seconds=1)
    quick = [repeats.see("zhangsan", "a", str(n), f"k{n}", NOW + n * second) for n in range(FLOOD)]
    assert [each is not None for each in quick] == [*[False] * (FLOOD - 1), True]
    slow = [repeats.see("lisi", "a", str(n), f"l{n}", NOW + 4 * n * second) for n in range(FLOOD)]
    assert not any(slow)
