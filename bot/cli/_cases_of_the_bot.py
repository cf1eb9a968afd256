"""Past cases for `qunwu policy simulate`, out of the bot's database; it may run meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from bot.domain.moderation.replaying import Record
from bot.identifiers import UserId

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.domain.company import Company
    from bot.domain.moderation.cases.case import Case

AUTHORITY: Final = "服务器操作"
WHY: Final = "试算制度"


@dataclass(frozen=True, slots=True)
class Known:
    """`records` name people by their accounts."""

    records: Sequence[Record]
    company: "Company"

    def named(self, user: str) -> str:
        return self.company.name_of(UserId(user))


async def cases_of_the_bot(settings: "Settings") -> Known:
    """Each person in it can see that his record was looked at. Raises ConfigError without a database."""
    from bot.domain.moderation.history import PastState
    from bot.services.company_book import CompanyBook
    from bot.storage.engine.opening import ensure_there, opened
    from bot.storage.groups.groups import GroupTable
    from bot.storage.moderation.cases import CaseTable
    from bot.storage.people.directory import DirectoryTable

    now = datetime.now(settings.zone)
    ensure_there(settings.database.url)
    async with opened(settings.database.url, settings.audit.keys) as database:
        book = CompanyBook(DirectoryTable(), GroupTable(), settings.configured_company())
        await book.refresh()
        cases = [each for each in await CaseTable().all(now) if each.state is not PastState.PROPOSED]
        await database.transact(lambda: _noted({each.target for each in cases}, now))
        return Known([_record(each) for each in cases], book.company())


async def _noted(people: set[UserId], now: datetime) -> None:
    from bot.domain.data_views import DataView, What
    from bot.shapes.act import Act
    from bot.storage.privacy.data_views import DataViewTable

    by = Act("cli", "policy", AUTHORITY, f"policy:{now:%Y%m%d%H%M%S}", now)
    for each in sorted(people):
        await DataViewTable().note(DataView(now, UserId("cli"), each, What.CASES, why=WHY), by=by)


def _record(case: "Case") -> Record:
    return Record(case.target, case.past, case.severity, case.acted_at, case.pack)
