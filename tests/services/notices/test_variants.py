"""One announcement that says more to a part of its readers, from its author's words to theirs."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.notice_plan import post_what_is_due
from scheduler.notice_posting import notice_posting
from scheduler.notice_receipts import notice_receipts
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [post_what_is_due, notice_posting, notice_receipts]


@pytest.fixture(autouse=True)
def monday(chat: Chat) -> None:
    chat.clock.time = chat.clock.now().replace(day=23)


async def test_a_part_reads_more_and_is_reminded_of_all_of_it(chat: Chat) -> None:
    await chat.play("""
        王强> /公告 生产部 需确认 明天9点全厂停电检修。
        给张三：8点半前停机断电。
        机器人> [卡片] GG-20261123-001 这就发 明天9点全厂停电检修。
        给张三：8点半前停机断电。
        发给：生产部（8 人）
        时间：现在
        回执：要逐人确认
        发错了回「/取消公告 GG-20261123-001」。
        ⏰ 2026-11-23 10:30
        机器人→阿卜杜拉·买买提、何苗等7人> [卡片] 明天9点全厂停电检修。 [我已看过]
        机器人→张三> [卡片] 明天9点全厂停电检修。 8点半前停机断电。 [我已看过]
        ⏰ 2026-11-24 09:40
        机器人→阿卜杜拉·买买提、何苗等7人> [卡片] 明天9点全厂停电检修。 还没看到你的确认，请看一下。 [我已看过]
        机器人→张三> [卡片] 明天9点全厂停电检修。 还没看到你的确认，请看一下。
        8点半前停机断电。 [我已看过]
    """)


async def test_in_a_group_only_the_whole_group_is_told_more(chat: Chat) -> None:
    await chat.play("""
        郑群> /公告 项目A工作群 明天9点全厂停电检修。
        给研发部：8点半前停机断电。
        机器人> 这条公告发不到「研发部」，给他们另写的话没人看得到。请把他们写进对象里；群里的人一起看，…
    """)


async def test_what_only_some_read_is_looked_through_as_well(chat: Chat) -> None:
    await chat.play("""
        王强> /公告 生产部 明天9点全厂停电检修。
        给张三：密码 Abc12345
        机器人> 里面有密码或密钥。请删掉，改成「找信息技术部领取」，发过的要换掉。
    """)


async def test_a_change_of_the_words_is_one_of_all_parts(chat: Chat) -> None:
    await chat.play("""
        王强> /公告 生产部 明天8:30发 明天9点全厂停电检修。
        给张三：8点半前停机断电。
        机器人> …
        王强> /改公告 GG-20261123-001 明天10点全厂停电检修。
        给张三：9点半前停机断电。
        机器人> [卡片] GG-20261123-001 发之前看一看 明天10点全厂停电检修。
        给张三：9点半前停机断电。…
        王强> 按 [发布]
        机器人> …
        ⏰ 2026-11-24 08:40
        机器人→阿卜杜拉·买买提、何苗等7人> 明天10点全厂停电检修。
        ——王强 发布，GG-20261123-001
        机器人→张三> 明天10点全厂停电检修。
        9点半前停机断电。
        ——王强 发布，GG-20261123-001
    """)
