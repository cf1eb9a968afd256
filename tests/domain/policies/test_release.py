"""Which version holds on which day."""

from datetime import UTC, date, datetime, timedelta

from bot.domain.moderation.pack import Procedure
from bot.domain.notices.audience import Audience
from bot.domain.notices.grounds import Grounds
from bot.domain.notices.notice import Draft, Notice, NoticeState
from bot.domain.policies.release import Published, Release, ended, in_force, published, to_come
from bot.identifiers import UserId

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ME = UserId("lina")


def version(
    number: int, since: date, out: datetime | None, state: NoticeState = NoticeState.POSTED
) -> Published | None:
    release = Release(f"ZD-{number}", "D8", "办法", f"V{number}", "…", Procedure(), f"GG-{number}", ME, NOW)
    draft = Draft("…", Audience(everybody=True), grounds=Grounds("…", since))
    return published(release, Notice(f"GG-{number}", ME, draft, NOW, state, posted_at=out), NOW)


def test_only_what_went_out_and_from_its_day_on() -> None:
    today = NOW.date()
    assert version(1, today, None, NoticeState.DRAFT) is None
    assert version(1, today, NOW, NoticeState.CANCELLED) is None
    late = version(1, today - timedelta(days=9), NOW)
    assert late
    assert late.since == today  # nothing is made binding for days that are over


def test_the_last_that_came_into_force() -> None:
    day = date(2026, 12, 1)
    found = [version(number, day + timedelta(days=30 * number), NOW) for number in range(3)]
    known = [each for each in found if each]
    assert in_force(known, day - timedelta(days=1)) == {}
    assert in_force(known, day)["D8"].release.version == "V0"
    assert in_force(known, day + timedelta(days=45))["D8"].release.version == "V1"
    assert to_come(known, day)["D8"].release.version == "V1"
    assert to_come(known, day + timedelta(days=60)) == {}
    assert ended(known) == {"ZD-0": day + timedelta(days=30), "ZD-1": day + timedelta(days=60)}


def test_of_two_of_one_day_the_later_one() -> None:
    day = date(2026, 12, 1)
    known = [each for number in (2, 1) if (each := version(number, day, NOW))]
    assert in_force(known, day)["D8"].release.version == "V2"
