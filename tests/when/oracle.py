"""What date words mean, found slowly: by looking through every day of six years, one after the other.

It shares nothing with what it checks: no offsets, no remainders, only a long list of days and the rules as people say
them. Answers are in the notation of the tables; `?` alone stands for a day that doesn't exist.
"""

from collections.abc import Iterator
from datetime import date, timedelta

DAYS = [date(2024, 1, 1) + timedelta(days=number) for number in range(366 * 6)]
YEARS = {year: [day for day in DAYS if day.year == year] for year in range(2024, 2030)}
PLACE = {day: place for place, day in enumerate(DAYS)}
WORDS = ["大前天", "前天", "昨天", "今天", "明天", "后天", "大后天"]
NAMES = "一二三四五六日"


def name(day: date) -> str:
    return NAMES[int(day.strftime("%u")) - 1]


def relative(today: date) -> Iterator[tuple[str, str]]:
    """Three days back to three days ahead, in this order."""
    for word, day in zip(WORDS, DAYS[PLACE[today] - 3 :], strict=False):
        yield word, str(day)


def weekdays(today: date) -> Iterator[tuple[str, str]]:
    weeks = weeks_around(today)
    for char in NAMES:
        last, this, following, second = (next(day for day in week if name(day) == char) for week in weeks)
        ahead = [day for day in DAYS[PLACE[today] : PLACE[today] + 14] if name(day) == char]
        yield f"周{char}", said(ahead if ahead[0] == today else ahead[:1])
        if name(today) != "日":
            yield f"这周{char}", said([this])
            yield f"下周{char}", said([following])
            yield f"上周{char}", said([last])
            continue
        # it is Sunday: the week may be ending, or have begun
        yield f"这周{char}", said([this] if this == today else [this, following])
        yield f"下周{char}", said([following, second])
        yield f"上周{char}", said([this, last] if this < today else [last])


def weeks_around(today: date) -> list[list[date]]:
    """Last week, this one and the two after it, each from Monday to Sunday."""
    weeks: list[list[date]] = [[]]
    for day in DAYS[PLACE[today] - 28 : PLACE[today] + 35]:
        if name(day) == "一":
            weeks.append([])
        weeks[-1].append(day)
    now = next(place for place, week in enumerate(weeks) if today in week)
    return weeks[now - 1 : now + 3]


def days_of_month(today: date) -> Iterator[tuple[str, str]]:
    month = [day for day in YEARS[today.year] if day.month == today.month]
    after = DAYS[PLACE[month[-1]] + 1 : PLACE[month[-1]] + 70]
    for number in range(1, 32):
        this = [day for day in month if day.day == number]
        later = next(day for day in after if day.day == number)
        if not this:
            yield f"{number}号", "?"
        elif this[0] >= today:
            yield f"{number}号", said(this)
        else:
            yield f"{number}号", said([this[0], later])


def next_months_days(today: date) -> Iterator[tuple[str, str]]:
    first = next(day for day in DAYS[PLACE[today] + 1 :] if day.day == 1)
    month = [day for day in YEARS[first.year] if day.month == first.month]
    yield "下月底", str(month[-1])
    yield "月底", str(DAYS[PLACE[first] - 1])
    for number in (1, 15, 29, 30, 31):
        yield f"下个月{number}号", str(month[number - 1]) if number <= len(month) else "?"


def dates_without_year(today: date, number: int) -> Iterator[tuple[str, str]]:
    """A dozen of the year's dates, other ones for each `number`: this year's, or next year's if long gone."""
    before = DAYS[max(0, PLACE[today] - 366) : PLACE[today] - 60]
    gone = {(day.month, day.day) for day in before if day.year == today.year}
    for each in YEARS[2024][number % 31 :: 31]:
        near = (2, 28) if (each.month, each.day) == (2, 29) else (each.month, each.day)
        year = YEARS[today.year + (near in gone)]
        found = [day for day in year if (day.month, day.day) == (each.month, each.day)]
        yield f"{each.month}{'.月'[number % 2]}{each.day}", str(found[0]) if found else "?"


def said(days: list[date]) -> str:
    return f"? {' | '.join(map(str, days))}" if len(days) > 1 else str(days[0])
