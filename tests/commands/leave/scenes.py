"""What the chats about leaves begin with."""

from bot.identifiers import UserId
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveLedgerTable
from scheduler.leave_days import move
from tests.chat import Chat


async def opened(database: Database) -> Chat:
    """With no other job than the one that lets leaves begin and end."""
    return await Chat.open(database, jobs=(move,))


async def approved(chat: Chat, *wishes: str, who: str = "张三") -> None:
    """Each asked for and agreed to by whoever has to, in their order; the first is QJ-20261122-001."""
    day = f"{chat.clock.now():%Y%m%d}"
    for number, wish in enumerate(wishes, 1):
        await chat.say(who, wish)
        for decides in ("王强", "李娜"):
            await chat.say(decides, f"/同意申请 QJ-{day}-{number:03d}")
    chat.said()


async def left(user: str, type_: str = "年假") -> str:
    """`held/used/left` of this year."""
    ledger = await LeaveLedgerTable().of(UserId(user))
    tally = ledger.balance(type_, 2026)
    return f"{tally.held}/{tally.used}/{tally.left}"
