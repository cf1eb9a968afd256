"""Calendar files as RFC 5545 has them."""

from datetime import date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from bot.files.ics import Event, calendar_file, escaped, folded

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 22, 10, tzinfo=CHINA)


def lines(*events: Event, **more: timedelta) -> list[str]:
    text = calendar_file("我的请假", events, now=NOW, **more).decode()
    assert text.endswith("END:VCALENDAR\r\n")
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_whole_days_end_with_the_day_after() -> None:
    found = lines(Event("QJ-1@qunwu", 2, date(2026, 11, 30), date(2026, 12, 31), "年假"))
    assert found[:6] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Qunwu//Leave//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:我的请假",
    ]
    assert found[6:-1] == [
        "BEGIN:VEVENT",
        "UID:QJ-1@qunwu",
        "DTSTAMP:20261122T020000Z",
        "SEQUENCE:2",
        "DTSTART;VALUE=DATE:20261130",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:年假",
        "STATUS:CONFIRMED",
        "CLASS:PRIVATE",
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ]


def test_hours_are_utc() -> None:
    begin, end = NOW.replace(hour=22), NOW.replace(day=23, hour=6)
    found = lines(Event("QJ-1@qunwu", 1, begin, end, "请假"))
    assert "DTSTART:20261122T140000Z" in found
    assert "DTEND:20261122T220000Z" in found


def test_what_was_called_off_and_what_may_change() -> None:
    day = date(2026, 11, 30)
    assert "STATUS:CANCELLED" in lines(Event("a", 1, day, day, "年假", cancelled=True, tentative=True))
    assert "STATUS:TENTATIVE" in lines(Event("a", 1, day, day, "年假", tentative=True))


def test_who_subscribes_is_told_how_often_to_ask() -> None:
    found = lines(refresh=timedelta(hours=4))
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT4H" in found
    assert "X-PUBLISHED-TTL:PT4H" in found


def test_marks_are_escaped_and_lines_cannot_be_smuggled_in() -> None:
    assert escaped("a,b;c\\d\ne") == r"a\,b\;c\\d\ne"
    found = lines(Event("a", 1, date(2026, 11, 30), date(2026, 11, 30), "x\r\nATTENDEE:evil\x00"))
    assert r"SUMMARY:x\nATTENDEE:evil" in found
    assert not [line for line in found if line.startswith("ATTENDEE")]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300))
def test_a_long_line_is_folded_between_characters(text: str) -> None:
    parts = list(folded(text))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == text
    assert all(part.startswith(" ") for part in parts[1:])
