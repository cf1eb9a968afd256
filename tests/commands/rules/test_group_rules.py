"""Who reads what about rules: everybody the text, each what he said himself, overseers the numbers."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.rules import RuleTexts
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.group_rules import ask_about_rules
from tests.chat import Chat

A, B = "项目A工作群", "项目B工作群"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (ask_about_rules,)


def with_texts(company: Company) -> Company:
    return replace(company, group_rules=RuleTexts("1. 不外传。", by_type={"E2": ""}))


async def opened(database: Database) -> Chat:
    return await Chat.open(database, jobs=(), company=with_texts)


async def test_in_the_group_only_the_text(database: Database) -> None:
    chat = await opened(database)
    await chat.play(f"""
    张三@{A}> 群规
    机器人@{A}> {A}的群规（第 1 版）：
    1. 不外传。
    同意就 @我 发「同意」。
    郑群@{A}> 这个群有什么规定
    机器人→郑群> 你还没表态。同意就回复「/同意 群规 {A}」。
    群里 9 人：没问过 9。「视为知悉」不算同意。
    还没表态的：阿卜杜拉·买买提、何苗、刘洋(0086)、刘洋(0213)、欧阳静、王强、张三、赵国强、郑群。
    机器人@{A}> {A}的群规（第 1 版）：
    1. 不外传。
    同意就 @我 发「同意」。
    """)
    await chat.close()


async def test_in_private_what_he_said_himself(database: Database) -> None:
    chat = await opened(database)
    await chat.play(f"""
    张三@{A}> 同意
    机器人@{A}> …
    张三> /群规 {A}
    机器人> {A}的群规（第 1 版）：
    1. 不外传。
    10:00 你同意了这一版。想收回就回复「/不同意 群规 {A}」。
    李四> /群规 {A}
    机器人> {A}的群规（第 1 版）：
    1. 不外传。
    林宓> /群规 计划运营推动群
    机器人> 计划运营推动群没有设群规。
    """)
    await chat.close()


async def test_who_oversees_it_reads_the_numbers(database: Database) -> None:
    chat = await opened(database)
    await chat.play(f"""
    张三@{A}> 同意
    机器人@{A}> …
    郭涛> /群规 {B}
    机器人> {B}的群规（第 1 版）：
    1. 不外传。
    你还没表态。同意就回复「/同意 群规 {B}」。
    群里 3 人：没问过 3。「视为知悉」不算同意。
    还没表态的：郭涛、王强、王五。
    李娜> /群规 {A}
    机器人> {A}的群规（第 1 版）：
    1. 不外传。
    群里 9 人：已同意 1，没问过 8。「视为知悉」不算同意。
    还没表态的：阿卜杜拉·买买提、何苗、刘洋(0086)、刘洋(0213)、欧阳静、王强、赵国强、郑群。
    """)
    await chat.close()


async def test_of_many_there_is_a_table(database: Database) -> None:
    chat = await opened(database)
    await chat.play("""
    李娜> /群规 集团工作群
    机器人→李娜> [文件 群规表态-集团工作群-第1版.xlsx] 群规表态的明细，每人一行。
    机器人> 集团工作群的群规（第 1 版）：
    1. 不外传。
    你还没表态。同意就回复「/同意 群规 集团工作群」。
    群里 24 人：没问过 24。「视为知悉」不算同意。
    """)
    await chat.close()


async def test_nothing_is_said_of_a_group_that_he_may_not_hear_of(chat: Chat) -> None:
    await chat.play("""
    张三> /群规 集团高管工作群
    机器人> 没有找到「集团高管工作群」。…
    """)
