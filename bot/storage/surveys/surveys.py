"""Surveys as they stand, and what was answered.

Of an anonymous one a row has, in place of the account, what the key makes of it: the same person is found again to
change his mind, and nobody is read back. No row says when it came, none is entered in the trail, words are sealed.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from secrets import token_hex
from typing import Any

import msgspec

from bot.domain.surveys.stage import Stage
from bot.domain.surveys.survey import Ballot, Survey
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.surveys import BallotRecord, SurveyRecord
from bot.storage.privacy.held import not_held
from bot.storage.privacy.sealing import Seal


class SurveyTable:
    def __init__(self, seal: Seal | None = None) -> None:
        self._seal = seal or Seal.fresh()

    async def add(self, survey: Survey, *, by: Act) -> None:
        await SurveyRecord.create(number=survey.number, **_columns(survey))
        await trail.record(by, "survey.written", _subject(survey.number))

    async def get(self, number: str, now: datetime) -> Survey | None:
        row = await SurveyRecord.get_or_none(number=number)
        return _survey(row, now) if row else None

    async def save(self, survey: Survey, *, was: int, by: Act) -> bool:
        if not await SurveyRecord.filter(number=survey.number, version=was).update(**_columns(survey)):
            return False
        await trail.record(by, "survey.changed", _subject(survey.number), stage=survey.stage.name)
        return True

    async def of(self, author: UserId, now: datetime, *, most: int) -> Sequence[Survey]:
        rows = SurveyRecord.filter(author=author).order_by("-number").limit(most)
        return [_survey(row, now) for row in await rows]

    async def open_ones(self, now: datetime) -> Sequence[Survey]:
        rows = SurveyRecord.filter(stage=Stage.OPEN).order_by("closes_at", "number")
        return [_survey(row, now) for row in await rows]

    async def answer(self, survey: Survey, user: UserId, choice: int | None, words: str, *, by: Act) -> bool:
        known = await BallotRecord.get_or_none(number=survey.number, voter__in=self._voters(survey, user))
        sealed = self._seal.seal_text(words, _about(survey.number))
        if known:
            await BallotRecord.filter(id=known.id).update(choice=choice, words=sealed)
        else:
            voter = self._voters(survey, user)[0]
            await BallotRecord.create(id=token_hex(16), number=survey.number, voter=voter, choice=choice, words=sealed)
        if not survey.anonymous:
            await trail.record(by, "survey.answered", _subject(survey.number))
        return known is not None

    async def answers(self, survey: Survey) -> Sequence[Ballot]:
        rows = await BallotRecord.filter(number=survey.number).order_by("id")
        about = _about(survey.number)
        return [Ballot(row.voter, row.choice, self._seal.open_text(row.words, about)) for row in rows]

    async def forget_answers(self, number: str, *, by: Act, held: Collection[str] = ()) -> bool:
        blind = [voter for each in held for voter in self._seal.blind(each, _about(number))]
        ballots = BallotRecord.filter(number=number)
        await not_held(ballots, {*held, *blind}, "voter").delete()
        await trail.record(by, "survey.answers_forgotten", _subject(number))
        return not await ballots.exists()

    def _voters(self, survey: Survey, user: UserId) -> Sequence[str]:
        """What stands for him: by the key of today first, then by older ones."""
        return self._seal.blind(user, _about(survey.number)) if survey.anonymous else [user]


def _about(number: str) -> str:
    return f"survey:{number}:ballot"


def _columns(survey: Survey) -> dict[str, Any]:
    return {
        "author": survey.author,
        "stage": survey.stage,
        "closes_at": survey.closes_at,
        "version": survey.version,
        "survey": msgspec.json.encode(survey).decode(),
    }


def _survey(row: SurveyRecord, now: datetime) -> Survey:
    survey = msgspec.json.decode(row.survey, type=Survey)
    zone = now.tzinfo
    return replace(survey, closes_at=survey.closes_at.astimezone(zone), made_at=survey.made_at.astimezone(zone))


def _subject(number: str) -> str:
    return f"survey:{number}"
