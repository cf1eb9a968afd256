"""What was asked of the desk, how soon it was answered and whether that helped; never of people (S273)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import timedelta
from statistics import median
from typing import Final

from bot.domain.approvals.pace import working_moment
from bot.domain.desk.enquiry import Enquiry, Kind, Score, State
from bot.domain.figures.periods import Period
from bot.domain.figures.scope import Parts
from bot.domain.figures.sheet import Column, Counted, Tally
from bot.domain.notices.figures import took
from bot.services.approvals.kinds import Desk
from bot.services.figures.counting import grouped

COLUMNS: Final = (Column("求助"), Column("已答复"), Column("超时", alarming=True))
FEWEST: Final = 5  # of whom times and scores are told


async def count(desk: Desk, period: Period, parts: Parts) -> Counted:
    """Of what was asked in that time and went to a person, and of what a text answered."""
    found = await asked(desk, period)
    late = {each.number for each in found if is_late(desk, each)}

    def tallies(some: Sequence[Enquiry]) -> tuple[Tally, ...]:
        return (
            _tally(some),
            _tally([each for each in some if each.answered_at]),
            _tally([each for each in some if each.number in late]),
        )

    def place(each: Enquiry) -> int | None:
        return parts.place(each.asker, each.group)

    return grouped(found, COLUMNS, tallies, place, parts, kinds=_topics, facts=_facts)


async def asked(desk: Desk, period: Period) -> Sequence[Enquiry]:
    """What went to a person, or was solved without one; what was only looked up isn't there."""
    begins, ends = period.bounds(desk.now)
    every = await desk.store.enquiries.between(begins, ends)
    return [each for each in every if each.kind is not Kind.MENTION and each.state is not State.OFFERED]


def is_late(desk: Desk, enquiry: Enquiry) -> bool:
    """Nobody took it in time, or he who did hasn't answered in time. Complaints have their days."""
    if enquiry.state is State.WITHDRAWN or (enquiry.taken_at is None and enquiry.state is State.SOLVED):
        return False
    rules, pace = desk.company.desk, desk.company.pace
    taken = enquiry.taken_at or desk.now
    if taken > working_moment(enquiry.asked_at, 2 * rules.take, pace.calendar, pace.shift):
        return True
    answered = enquiry.answered_at or desk.now
    if enquiry.kind is Kind.COMPLAINT:
        return answered.date() > pace.calendar.add_workdays(taken.date(), rules.complaint_days)
    return answered > working_moment(taken, 2 * rules.answer, pace.calendar, pace.shift)


def _tally(some: Sequence[Enquiry]) -> Tally:
    return Tally(len(some), len({each.asker for each in some}))


def _topics(some: Sequence[Enquiry]) -> Iterator[tuple[str, Tally]]:
    counted = Counter(each.topic for each in some)
    for topic in sorted(counted, key=lambda topic: (-counted[topic], topic)):
        yield topic, _tally([each for each in some if each.topic == topic])


def _facts(some: Sequence[Enquiry]) -> Sequence[str]:
    """Nothing of few people: what they had to wait for and what they thought of it would be theirs."""
    return [*_times(some), *_scores(some), *_alone(some)]


def _times(some: Sequence[Enquiry]) -> Iterator[str]:
    answered = [(each.asker, each.answered_at - each.asked_at) for each in some if each.answered_at]
    if len({asker for asker, _ in answered}) >= FEWEST:
        half = timedelta(seconds=median(after.total_seconds() for _, after in answered))
        yield f"一半的求助在 {took(half)}内答复，最久的用了 {took(max(after for _, after in answered))}。"


def _scores(some: Sequence[Enquiry]) -> Iterator[str]:
    scored = [each for each in some if each.score and each.answered_at]
    if len({each.asker for each in scored}) >= FEWEST:
        yield f"有评价的 {len(scored)} 条里，满意 {sum(each.score is Score.GOOD for each in scored)} 条。"


def _alone(some: Sequence[Enquiry]) -> Iterator[str]:
    alone = [each for each in some if each.state is State.SOLVED and each.answered_at is None]
    if len({each.asker for each in alone}) >= FEWEST:
        yield f"查制度直接解决的 {len(alone)} 条，没有用到人。"
