from datetime import UTC, datetime

from bot.domain.safety.sign_in.marks import Mark, Marked, attending, presences
from bot.identifiers import UserId

AT = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)
ZHANG, LI, CHEN = UserId("zhangsan"), UserId("lisi"), UserId("chenan")


def marked(user: UserId, mark: Mark, by: UserId | None = None, why: str = "") -> Marked:
    return Marked(user, mark, AT, by or user, why)


def test_who_signed_was_here() -> None:
    found = presences([marked(ZHANG, Mark.INVITED, CHEN), marked(LI, Mark.INVITED, CHEN), marked(ZHANG, Mark.SIGNED)])
    assert [each.was_here for each in found.values()] == [True, False]


def test_who_said_no_and_came_was_here() -> None:
    found = presences([marked(ZHANG, Mark.AWAY), marked(ZHANG, Mark.TICKED, CHEN)])[ZHANG]
    assert found.was_here
    assert found.said is Mark.AWAY


def test_a_correction_counts_and_the_first_sign_is_kept() -> None:
    signs = [marked(ZHANG, Mark.SIGNED), marked(ZHANG, Mark.TICKED, CHEN)]
    assert presences(signs)[ZHANG].here == signs[0]
    assert not presences([*signs, marked(ZHANG, Mark.STRUCK, CHEN, "走错会场")])[ZHANG].was_here


def test_wrong_codes_are_counted() -> None:
    assert presences([marked(ZHANG, Mark.WRONG_CODE)] * 3)[ZHANG].wrong == 3


def test_who_only_got_a_code_wrong_does_not_count() -> None:
    marks = [marked(ZHANG, Mark.WRONG_CODE), marked(LI, Mark.INVITED, CHEN), marked(CHEN, Mark.SIGNED)]
    assert list(attending(marks)) == [LI, CHEN]
    assert not attending(marks)[CHEN].asked
