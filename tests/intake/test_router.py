"""The router: a refusal takes back what was written, and a card answers only its holder."""

from dataclasses import replace

from bot.discovery import find_commands
from bot.errors import Code, UserError
from bot.identifiers import TaskId
from bot.shapes.command import CommandBook, command
from bot.shapes.context import Context
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.models.pipeline import Peer
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
    assert [line.words for line in chat.said()][-1] == "这张卡片要由发起人自己按。你要办，请自己发一次命令。"
    tried = await Trail.all().order_by("-id").first()
    assert tried
    assert (tried.actor, tried.action, tried.details["code"]) == (
        "zhangsan",
        "卡片:command.refused",
        Code.NO_PERMISSION,
    )
    assert "whom" not in tried.details  # a card may be of whom nobody may know of


async def test_a_card_answers_nobody_who_has_left(chat: Chat) -> None:
    await chat.say("郑群", "/退订 安全提醒", room="项目A工作群")
    [asked] = chat.said()
    assert "[确认]" in asked.words
    people = [replace(each, active=each.name != "郑群") for each in chat.company.people]
    chat.core.book._company = replace(chat.company, people=tuple(people))
    await chat.press("郑群", chat.newest_card, "yes", room="项目A工作群")
    assert [line.words for line in chat.said()] == ["这张卡片要由发起人自己按。你要办，请自己发一次命令。"]


async def test_a_card_that_nobody_knows_is_dead(chat: Chat) -> None:
    await chat.press("张三", TaskId("forged"), "yes")
    assert [line.words for line in chat.said()] == ["这张卡片已经失效，请重新发一次命令。"]


async def test_what_is_too_long_is_not_read_but_a_cry_for_help_is_heard_in_it(chat: Chat) -> None:
    await chat.play(f"""
        张三> /提醒 明天9点 {"交巡检表" * 500}
        机器人> 这条太长了，一条最多 2000 字，什么都没有办。请分几条发；表格请存成 .xlsx，私聊发给我。
        张三> /我的提醒
        机器人> 没有等着的提醒。…
        张三> 3号车间着火了{"，快来人" * 700}
        机器人→陈安> [卡片] 紧急！火灾 SG-20261122-001 3号车间着火了，快来人…
        机器人→王强> [卡片] 紧急！火灾 SG-20261122-001 3号车间着火了，快来人…
        机器人> 马上撤到室外空地…
    """)


async def test_one_persons_messages_are_answered_in_order(chat: Chat) -> None:
    for number in range(20):
        await chat.core.inbox.take(chat.incoming("张三", f"/某{number}"))
    await chat.core.settled()
    assert [line.words[:6] for line in chat.said()] == [f"没有「某{number}」"[:6] for number in range(20)]


async def test_what_is_private_waits_until_there_is_a_private_way(database: Database) -> None:
    """A bot without an app may push to nobody who has not written to it himself (D-101463)."""
    chat = await Chat.open(database, vias=[Via.BOT])
    await chat.play("""
        张三@项目A工作群> /昵称检查 项目A工作群
        机器人@项目A工作群> 回复不方便在群里说，我也还不能主动私聊你。请先私聊我发一句 /帮助，再把刚才的话私聊发给我。
        张三> 你好
        机器人> 你好，有事随时找我。发 /帮助 看看我能做什么。
        张三@项目A工作群> /昵称检查 项目A工作群
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 我还不知道你在项目A工作群的昵称，应当是：生产部-张三
        改好后到群里 @我 发 /改昵称 生产部-张三
    """)
    await chat.close()
