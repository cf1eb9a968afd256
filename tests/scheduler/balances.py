"""WeCom's own leave balances, as a fake that answers and refuses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.domain.office.quotas import Vacation
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.shapes.outgoing import Outcome
from bot.shapes.ports import Forms, Sources
from bot.storage.engine.database import Database
from bot.wecom.office.refusals import refused
from tests.chat import Chat

DAY = 86_400
ANNUAL = Vacation(1, "年假", by_hour=False)
ZHANG = UserId("zhangsan")
ASKED = """
        张三> /请假 年假 12.1-12.2
        机器人→王强> …
        机器人> …"""


@dataclass
class Wecom:
    """`trouble`: what is answered to whom, or, as "", to everything."""

    has: dict[UserId, dict[int, int]] = field(default_factory=dict)
    names: Sequence[Vacation] = (ANNUAL,)
    trouble: dict[str, Outcome] = field(default_factory=dict)
    writes: int = 0

    async def kinds(self) -> Sequence[Vacation]:
        self._answer("")
        return self.names

    async def left(self, user: UserId) -> Mapping[int, int]:
        self._answer(user)
        return self.has.get(user, {})

    async def put(self, user: UserId, vacation: Vacation, seconds: int) -> None:
        self.writes += 1
        self._answer(user)
        self.has.setdefault(user, {})[vacation.id] = seconds

    def _answer(self, user: str) -> None:
        if outcome := self.trouble.get(user):
            raise refused(outcome)


async def synced(database: Database, wecom: Wecom, jobs: Sequence[Job], *, forms: Forms | None = None) -> Chat:
    """A chat in a company that keeps its 年假 in WeCom as well; with `forms`, WeCom counts it by these."""
    annual = {"年假": "年假"}
    return await Chat.open(
        database,
        jobs=jobs,
        sources=Sources(vacations=wecom, forms=forms),
        company=lambda each: replace(each, wecom_vacations=annual, wecom_forms=annual if forms else {}),
    )


async def hours(chat: Chat, number: int = 1) -> list[str]:
    """What is said in that time."""
    await chat.advance(chat.clock.now() + timedelta(hours=number))
    return [f"{line.to}：{line.words}" for line in chat.said()]
