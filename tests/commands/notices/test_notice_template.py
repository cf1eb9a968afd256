"""Templates: chosen, filled in, sent back; a company's own; and nothing goes out with a blank in it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.company import Company
from bot.domain.notices.templates import MOST, Template
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from scheduler.notice_plan import post_what_is_due
from tests.chat import Chat

ACT = Act("linmi", "公告模板", "总裁办", "test", datetime(2026, 11, 22, 2, 0, tzinfo=UTC))


def with_own(company: Company) -> Company:
    own = (Template("班车通知", "【班车】〔日期〕起改到〔几点〕。"),)
    return replace(company, notices=replace(company.notices, templates=own))


@pytest.fixture
async def house(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=[post_what_is_due], company=with_own)
    chat.clock.time = chat.clock.now().replace(day=23, hour=9)
    yield chat
    await chat.close()


async def test_chosen_filled_in_and_sent_back(house: Chat) -> None:
    await house.play("""
        郑群> /公告模板
        机器人> [卡片] 公告模板：9 个 选一个，我把文字发给你填。 (班车通知|放假通知|停电通知|停水通知|…
        郑群> 选 [班车通知] 按 [用这个]
        机器人→郑群> 【班车】〔日期〕起改到〔几点〕。
        机器人> [卡片] 公告模板 「班车通知」见下一条消息：复制，把〔〕里的换掉，发回来就是公告。
        郑群> 项目A工作群 【班车】12月1日起改到〔几点〕。
        机器人> 还有没填的空：〔几点〕。请填好，或者删掉，再发一次。…
        郑群> /公告 项目A工作群 【班车】12月1日起改到7:30。
        机器人> [卡片] GG-20261123-001 这就发 【班车】12月1日起改到…
    """)


async def test_filled_in_it_is_the_notice(house: Chat) -> None:
    await house.play("""
        郑群> /公告模板 班车通知
        机器人> 【班车】〔日期〕起改到〔几点〕。
        郑群> 项目A工作群 【班车】12月1日起改到7:30。
        机器人> [卡片] GG-20261123-001 这就发 【班车】12月1日起改到…
    """)


async def test_a_companys_own(house: Chat) -> None:
    await house.play("""
        林宓> /公告模板 保存 食堂 〔日期〕食堂停业一天。
        机器人> 模板「食堂」存好了。要用发 /公告模板 食堂。
        郑群> /公告模板 食堂
        机器人> 【食堂】
        〔日期〕食堂停业一天。
        郑群> 算了
        机器人> …
        林宓> /公告模板 保存 停电通知 〔日期〕停电。
        机器人> 模板「停电通知」存好了。要用发 /公告模板 停电通知。
        林宓> /公告模板 删除 停电通知
        机器人> 模板「停电通知」删掉了，自带的那个又可以用了。
        林宓> /公告模板 删除 停电通知
        机器人> 自己存的模板里没有「停电通知」，没有删。自己存的：食堂。
    """)


async def test_what_is_refused(house: Chat) -> None:
    await house.play("""
        郑群> /公告模板 保存 食堂 停业
        机器人> 模板由…
        林宓> /公告模板 保存 食堂
        机器人> 名称和内容都要写，例如：/公告模板 保存 班车通知 〔日期〕起班车改到〔几点〕。…
        林宓> /公告模板 保存 密码 服务器密码是 Abc12345
        机器人> 里面有密码或密钥。…
        林宓> /公告模板 没有的
        机器人> 没有叫「没有的」的模板。发 /公告模板 看有哪些。
    """)


async def test_so_many_and_no_more(house: Chat) -> None:
    for number in range(MOST):
        await house.core.records.notice_templates.keep(Template(f"模板{number}", "内容"), by=ACT)
    await house.play(f"""
        林宓> /公告模板 保存 再一个 内容
        机器人> 自己的模板最多存 {MOST} 个。先发「/公告模板 删除 名称」删掉不用的。
        林宓> /公告模板 保存 模板1 别的内容
        机器人> 模板「模板1」存好了。要用发 /公告模板 模板1。
    """)
