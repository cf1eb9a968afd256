"""Hazards that are there before a scene begins, in any state, with their clock wound."""

from datetime import date

from bot.domain.safety.hazards.hazard import (
    Grade,
    Hazard,
    HazardFacts,
    HazardKind,
    HazardState,
    Plan,
    Reporter,
    StepKind,
)
from bot.identifiers import UserId
from bot.services.safety.hazards.clock import wind
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from tests.chat import Chat

WANG, ZHANG = UserId("wangqiang"), UserId("zhangsan")
FACTS = HazardFacts("3号车间", "配电箱门坏了", HazardKind.ELECTRIC)
HIDDEN = HazardFacts("3号车间", "配电箱门坏了", HazardKind.ELECTRIC, hidden=True)


def desk(chat: Chat, user: str = "chenan") -> JobContext:
    now = chat.clock.now()
    return JobContext(
        now, now, chat.company, chat.core.records, Act(user, "隐患", "测试", "test", now), lambda *_: None
    )


def hazard(
    chat: Chat,
    state: HazardState = HazardState.REPORTED,
    *,
    number: str = "YH-20261123-001",
    grade: Grade | None = None,
    due: date | None = None,
    owner: UserId | None = WANG,
    facts: HazardFacts = FACTS,
) -> Hazard:
    now = chat.clock.now()
    given = state not in (HazardState.REPORTED, HazardState.GRADED)
    return Hazard(
        number,
        facts,
        now,
        state,
        area="生产部",
        grade=grade,
        graded_at=now if grade else None,
        closed_at=now if state is HazardState.CLOSED else None,
        plan=Plan(owner, "换门", "500 元", due, "断电") if given else Plan(),
    )


async def given(chat: Chat, it: Hazard, *, reporter: UserId = ZHANG) -> Hazard:
    """Told of by `reporter`."""
    it_is = Reporter(reporter, it.facts.hidden, chat.clock.now())
    await chat.core.records.hazards.add(it, [it_is], by=desk(chat, reporter).act)
    await wind(desk(chat), it)
    return it


async def becomes(chat: Chat, it: Hazard, step: StepKind = StepKind.ASKED) -> None:
    """Somebody has changed it: to what it is now, one version on."""
    assert await chat.core.records.hazards.save(it, step, was=it.version, by=desk(chat).act)
    await wind(desk(chat), it)
