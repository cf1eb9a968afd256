from datetime import date

import pytest

from bot.arguments.hazard_extensions import Longer
from bot.errors import Code, UserError
from bot.files.company import load
from bot.shapes.arguments import Scene, Words
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
SCENE = Scene(FILE.company.named("王强")[0], FILE.company, FILE.now)


@pytest.mark.parametrize(
    "words",
    [
        "12月4日，等配件，期间断电挂牌",
        "延到12月4日 因为等配件 临时措施：断电挂牌",
        "等配件，延期到12月4号。这段时间断电挂牌",
    ],
)
def test_the_day_why_and_what_meanwhile(words: str) -> None:
    longer = Longer.read(Words(words), SCENE)
    assert longer is not None
    assert longer.explained() == {"due": "2026-12-04", "reason": "等配件", "interim": "断电挂牌"}
    assert longer.day == date(2026, 12, 4)


def test_without_a_day_it_is_asked_for() -> None:
    assert Longer.read(Words("等配件"), SCENE) is None


@pytest.mark.parametrize(("words", "missing"), [("12月4日 等配件", "interim"), ("12月4日 期间断电", "reason")])
def test_what_else_is_missing_is_asked_for(words: str, missing: str) -> None:
    with pytest.raises(UserError) as caught:
        Longer.read(Words(words), SCENE)
    assert (caught.value.code, caught.value.missing) == (Code.MISSING_ARG, (missing,))
