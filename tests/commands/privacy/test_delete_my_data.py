"""What may go goes when a person agrees; what is held for a dispute doesn't."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.discovery import find_commands
from bot.domain.retention import Retention
from bot.explaining import Utterance, explain
from bot.files.company import load
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.models.safety_calendar import QuizAnswerRecord
from bot.storage.models.training import CertificateRecord
from tests.chat import SAMPLE_COMPANY, Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def kept() -> None:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    for user in ("zhangsan", "lisi"):
        await QuizAnswerRecord.create(user=user, on_day=date(2026, 11, 20), topic="x", right=True)
    await CertificateRecord.create(user="zhangsan", kind="电工证", ends=date(2027, 1, 1), at=at, by="chenan")


async def asked(chat: Chat) -> None:
    await chat.play("""
        张三> /删除申请
        机器人> [卡片] 确定要删除申请吗？ 能删的：每日一题的回答 1 条。按规定要留的：培训（在职时保留，…
        张三> 按 [确认]
        机器人→吴管> …
        机器人→李娜> [卡片] 张三 要求删除个人信息 SJ-20261122-001 …
        机器人→周敏> …
        机器人> [卡片] 已确认：删除申请 已提交 SJ-20261122-001，…
    """)


async def test_what_may_go_goes(chat: Chat) -> None:
    await kept()
    await asked(chat)
    await chat.play("""
        李娜> 按 [同意删除]
        机器人→张三> SJ-20261122-001 已办：删除了 1 条。按规定要留的到期自动删除，发 /我的数据 看还有什么。
        机器人> [卡片] SJ-20261122-001 已办 …
    """)
    assert [row.user for row in await QuizAnswerRecord.all()] == ["lisi"]
    assert await CertificateRecord.all().count() == 1


async def test_what_is_held_stays(database: Database) -> None:
    held = Retention(held=frozenset({"zhangsan"}))
    chat = await Chat.open(database, jobs=[], company=lambda company: replace(company, retention=held))
    await kept()
    await asked(chat)
    await chat.play("""
        李娜> 按 [同意删除]
        机器人> [卡片] 没有办成 SJ-20261122-001 现在不能删：有争议在处理，相关资料先保留。请和法务确认后再办。
    """)
    assert await QuizAnswerRecord.all().count() == 2
    await chat.close()


def test_said_in_a_sentence_it_is_asked_back_and_another_s_data_is_none_of_it() -> None:
    """帮我把…删掉 was doubted to be a cry for help."""
    file, book = load(SAMPLE_COMPANY), find_commands()
    for line in (
        "帮我把我的个人信息删掉",
        "把我的资料删了吧",
        "我的个人资料能删掉吗",
        "我要求删除我的全部个人信息",
        "我想删除我的个人数据",
        "请把你们存的我的信息全部删除",
        "我不想让公司再存我的资料了",
    ):
        said = explain(Utterance(line, "张三"), file, book)
        assert (said.get("command"), said.get("needs_confirm")) == ("删除申请", True), line
    for line in ("帮我把共享盘里的文件删掉", "把何苗的资料删了吧", "先别删除我的资料"):
        assert explain(Utterance(line, "张三"), file, book).get("command") != "删除申请", line
