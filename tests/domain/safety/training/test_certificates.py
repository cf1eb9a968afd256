from datetime import date

from bot.domain.safety.training.certificates import Certificate, reminders
from bot.identifiers import UserId


def test_reminded_three_times() -> None:
    ends = date(2027, 3, 1)
    assert list(reminders(ends).values()) == [date(2026, 12, 31), date(2027, 1, 30), date(2027, 2, 22)]
    assert set(reminders(ends)).isdisjoint(reminders(date(2030, 3, 1)))
    assert Certificate(UserId("zhangsan"), "低压电工", ends).said() == "低压电工 到2027年3月1日(周一)"
