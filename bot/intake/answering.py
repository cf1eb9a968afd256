"""What became of a message, for channels whose answers are fetched: while nobody can be asked, one may yet come."""

import asyncio
from collections.abc import Callable
from typing import Final

from bot.shapes.ports import Answered, Answers

WITHIN: Final = 0.5  # seconds: WeCom waits five for all of it


class PatientAnswers:
    """The port `Answers`. `kept`: the message is on its way to the inbox. `away`: the database can't be asked."""

    def __init__(self, answers: Answers, *, kept: Callable[[str], bool], away: Callable[[BaseException], bool]) -> None:
        self._answers = answers
        self._kept = kept
        self._away = away

    async def answer_may_come(self, key: str) -> bool:
        try:
            async with asyncio.timeout(WITHIN):
                return self._kept(key) or await self._answers.answer_may_come(key)
        except Exception as error:
            if not self._away(error):
                raise
            return True

    async def answered(self, key: str) -> Answered | None:
        try:
            async with asyncio.timeout(WITHIN):
                return await self._answers.answered(key)
        except Exception as error:
            if not self._away(error):
                raise
            return None
