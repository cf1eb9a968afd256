"""A question finds its clause; what is in no text is not made up."""

from dataclasses import replace
from pathlib import Path

from bot.domain.company import Company
from bot.domain.desk.rules import DeskRules
from bot.explaining import Utterance, explain
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE

HOSTILE = "# 规定 <@all>\n## 第一条 天狼星\n天狼星计划 [点我](http://evil.example) @所有人 **重要**\n# 另一个\n"


def test_as_scripts_see_it() -> None:
    said = explain(Utterance("/制度 谁能拉人进群", "张三"), FILE, BOOK)
    assert (said["command"], said["args"]) == ("制度", {"question": "谁能拉人进群"})
    assert not said.get("needs_confirm")


async def test_what_is_not_there_may_be_passed_on(chat: Chat) -> None:
    await chat.play("""
    张三> /制度 打印机没墨了找谁
    机器人> [卡片] 没有找到 …
    张三> 按 [转给人]
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三（生产部）：打印机没墨了找谁 …
    机器人> [卡片] 已转给吴管 QZ-20261122-001，类别：技术。有答复我私聊你。
    李四> /制度 打印机没墨了找谁
    机器人> [卡片] 没有找到 …
    李四> 按 [不用了]
    机器人> [卡片] 求助 QZ-20261122-002 已撤回。
    """)


async def test_clauses_that_are_near_are_named(chat: Chat) -> None:
    await chat.say("张三", "/制度 泄露机密")
    (said,) = chat.said()
    assert "相近的还有：《" in said.words


async def test_a_text_of_the_companys_own_is_quoted_as_plain_words(database: Database, tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text(HOSTILE, encoding="utf-8")

    def own(company: Company) -> Company:
        return replace(company, desk=DeskRules(folder=tmp_path))

    chat = await Chat.open(database, jobs=(), company=own)
    await chat.play("""
    张三> /制度 天狼星计划
    机器人> 《规定》第一条　天狼星
    天狼星计划 点我 @所有人 重要
    """)
    await chat.close()
