"""Whether an answer may yet come, while nobody can be asked."""

import asyncio

import pytest

from bot.intake.answering import PatientAnswers
from bot.shapes.outgoing import Text
from bot.shapes.ports import Answered
from bot.storage.engine.trouble import is_away


class Known:
    def __init__(self, error: Exception | None = None, wait: float = 0.0) -> None:
        self._error = error
        self._wait = wait

    async def answer_may_come(self, key: str) -> bool:
        await self._fail()
        return False

    async def answered(self, key: str) -> Answered | None:
        await self._fail()
        return Answered(Text(key), {})

    async def _fail(self) -> None:
        await asyncio.sleep(self._wait)
        if self._error:
            raise self._error


def patient(known: Known, *kept: str) -> PatientAnswers:
    return PatientAnswers(known, kept=lambda key: key in kept, away=is_away)


async def test_what_is_known_is_told() -> None:
    answers = patient(Known(), "m2")
    assert not await answers.answer_may_come("m1")
    assert await answers.answered("m1") == Answered(Text("m1"), {})
    assert await answers.answer_may_come("m2")  # it is on its way to the inbox


@pytest.mark.parametrize("known", [Known(ConnectionResetError()), Known(wait=60)], ids=["away", "hangs"])
async def test_while_the_database_is_away_one_may_come(known: Known) -> None:
    async with asyncio.timeout(5):
        assert await patient(known).answer_may_come("m1")
        assert await patient(known).answered("m1") is None


async def test_a_defect_is_not_hidden() -> None:
    with pytest.raises(KeyError):
        await patient(Known(KeyError("ours"))).answer_may_come("m1")
