"""The code is read however it is typed; what looks like one and is none is refused."""

import pytest

from bot.domain.groups.pairing import LETTERS, new_code, read_code


@pytest.mark.parametrize("typed", ["A7K9-42QF", "a7k9-42qf", "A7K942QF", " a7k9 42qf ", "A7K9－42QF", "A7K9—42QF"])
def test_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == "A7K9-42QF"


@pytest.mark.parametrize("typed", ["", "A7K9", "A7K9-42QF1", "项目A工作群", "O0I1-42QF", "A7K9-42QF A7K9-42QF"])
def test_what_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_what_is_issued_can_be_read() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(read_code(code) == code and set(code) <= {*LETTERS, "-"} for code in codes)
