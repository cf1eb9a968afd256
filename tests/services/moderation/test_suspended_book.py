"""Who is suspended is known to the company as soon as it is so, and no longer than it is."""

from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.services.moderation.suspended_book import SuspendedBook
from tests.chat import Chat


class Rows:
    writes = 0

    async def version(self) -> int:
        return 1

    async def suspended(self) -> frozenset[UserId]:
        return frozenset({UserId("zhoumin")})


async def test_he_serves_and_holds_no_office(chat: Chat) -> None:
    company = await SuspendedBook(Rows()).into(chat.company, 0)
    assert UserId("zhoumin") in company.serving(Role.MGMT_GROUP)
    assert UserId("zhoumin") not in company.in_office(Role.MGMT_GROUP)
    assert not company.decides(UserId("zhoumin"))
    assert company.is_here(UserId("zhoumin"))
