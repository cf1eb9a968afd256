"""Short ways to write dates in tests."""

from datetime import date, datetime

from bot.domain.calendar.span import Half, Span, TimeSpan


def d(text: str) -> date:
    """`2026-11-25`, or `11-25` of 2026"""
    return date.fromisoformat(text if len(text) == 10 else f"2026-{text}")


def span(text: str) -> Span | TimeSpan:
    """`11-25`, `11-25PM`, `11-25/11-27AM`, `2026-11-23T15:00/2026-11-23T17:00`"""
    first, _, last = text.partition("/")
    if "T" in first:
        return TimeSpan(datetime.fromisoformat(first), datetime.fromisoformat(last))
    (start, start_half), (end, end_half) = _half(first), _half(last or first)
    return Span(start, end, start_half, end_half)


def _half(text: str) -> tuple[date, Half | None]:
    return (d(text[:-2]), Half[text[-2:]]) if text[-1] == "M" else (d(text), None)
