"""The router: a refusal takes back what was written, and a card answers only its holder."""

from bot.discovery import find_commands
from bot.errors import Code, UserError
from bot.identifiers import TaskId
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply
from bot.storage.database import Database
from bot.storage.models import Peer
from tests.chat import Chat


@command("写了又悔", summary="writes, tells, and refuses", writes=True)
async def write_and_refuse(ctx: Context) -> Reply:
    await Peer.create(peer="written", first_heard=ctx.now)
    ctx.tell(ToPerson(ctx.sender.user_id), Text("不该说的话"))
    raise UserError(Code.BAD_STATE, "现在不行。")


async def test_a_refusal_takes_back_what_was_written_and_what_was_to_be_said(database: Database) -> None:
    chat = await Chat.open(database, commands=CommandBook([*find_commands().by_name.values(), write_and_refuse]))
    await chat.play("""
        张三> /写了又悔
        机器人> 现在不行。
    """)
    assert not await Peer.filter(peer="written").exists()
    assert await database.fetch("SELECT state FROM inbox") == [{"state": "done"}]
    await chat.close()


async def test_a_card_answers_only_its_holder(chat: Chat) -> None:
    await chat.say("郑群", "/退订 安全提醒", room="项目A工作群")
    [asked] = chat.channels[Via.BOT].sent
    await chat.press("张三", asked.content.task_id or TaskId(""), "yes", room="项目A工作群")  # type: ignore[union-attr]
    assert [line.words for line in chat.said()][-1] == "这张卡片要由发起人自己按。"


async def test_a_card_that_nobody_knows_is_dead(chat: Chat) -> None:
    await chat.press("张三", TaskId("forged"), "yes")
    assert [line.words for line in chat.said()] == ["这张卡片已经失效，请重新发一次命令。"]


async def test_one_persons_messages_are_answered_in_order(chat: Chat) -> None:
    for number in range(20):
        await chat.core.inbox.take(chat.incoming("张三", f"/某{number}"))
    await chat.core.settled()
    assert [line.words[:6] for line in chat.said()] == [f"没有「某{number}」"[:6] for number in range(20)]
