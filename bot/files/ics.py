"""An iCalendar file (RFC 5545): whole days as dates, hours in UTC, so that no reader needs to know a time zone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

CONTENT_TYPE: Final = "text/calendar; charset=utf-8"
_MAKER: Final = "-//Qunwu//Leave//ZH"
_LONGEST: Final = 75  # octets of a line, its end left out (RFC 5545 3.1)
_ESCAPES: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """`start` and `end` are both dates, `end` included, or both moments. `uid` never changes; `sequence` grows with
    every change. `tentative`: its days may still change."""

    uid: str
    sequence: int
    start: date
    end: date
    summary: str
    cancelled: bool = False
    tentative: bool = False


def calendar_file(name: str, events: Iterable[Event], *, now: datetime, refresh: timedelta | None = None) -> bytes:
    """`refresh`: how often whoever subscribes to it should ask again."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_MAKER}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        *_refreshed(refresh),
        *(line for event in events for line in _event(event, now)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line)).encode()


def escaped(text: str) -> str:
    """A TEXT value (RFC 5545 3.3.11); control characters have no place in one."""
    return "".join(each for each in text.translate(_ESCAPES) if each >= " " and each != "\x7f")


def folded(line: str) -> Iterator[str]:
    """Parts of 75 octets at most, never within a character; each but the first begins with a blank."""
    part, length = "", 0
    for char in line:
        size = len(char.encode())
        if length + size > _LONGEST:
            yield part
            part, length = " ", 1
        part, length = part + char, length + size
    yield part


def _event(event: Event, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{_utc(now)}"
    yield f"SEQUENCE:{event.sequence}"
    yield from _when(event)
    yield f"SUMMARY:{escaped(event.summary)}"
    status = "CANCELLED" if event.cancelled else "TENTATIVE" if event.tentative else "CONFIRMED"
    yield f"STATUS:{status}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:OPAQUE"
    yield "END:VEVENT"


def _when(event: Event) -> Iterator[str]:
    """The end is the first day, or moment, after it."""
    if isinstance(event.start, datetime) and isinstance(event.end, datetime):
        yield f"DTSTART:{_utc(event.start)}"
        yield f"DTEND:{_utc(event.end)}"
        return
    yield f"DTSTART;VALUE=DATE:{event.start:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.end + timedelta(days=1):%Y%m%d}"


def _refreshed(every: timedelta | None) -> Iterator[str]:
    """RFC 7986 5.7, and what older readers look for."""
    if every is not None:
        length = f"PT{int(every.total_seconds()) // 3600}H"
        yield f"REFRESH-INTERVAL;VALUE=DURATION:{length}"
        yield f"X-PUBLISHED-TTL:{length}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
