"""From the first look on Monday to the administrator's list: in private, on working days, each step once."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from bot.domain.nicknames.known import Known, Source
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.models.nicknames import NicknameCaseRecord
from bot.storage.models.operating import JobRecord
from bot.storage.models.people import PersonRecord
from scheduler.nickname_patrol import walk
from tests.chat import Chat

GROUP = GroupId("projecta")
FIRST = """你的群昵称需要改一下，只有你收到这条提醒：
        · 项目A工作群：「三哥」不是真实姓名，请改成：生产部-张三
        在群里点右上角「…」→「我在本群的昵称」粘贴即可。
        改好后发 /改昵称 生产部-张三 告诉我。"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (walk,)


async def uses(chat: Chat, user: str, nickname: str, group: GroupId | None = GROUP) -> None:
    now = chat.clock.now()
    by = Act("test", "test", "test", "test", now)
    known = Known(UserId(user), nickname, Source.PASTED, now, group)
    await chat.core.records.nicknames.declare(known, by=by)


async def test_reminders_after_one_three_and_seven_days_then_the_list(chat: Chat) -> None:
    await uses(chat, "zhangsan", "三哥")
    await chat.play(f"""
        ⏰ 2026-11-23 12:00
        ⏰ 2026-11-24 12:00
        机器人→张三> {FIRST}
        ⏰ 2026-11-25 12:00
        ⏰ 2026-11-26 12:00
        机器人→张三> {FIRST}
        ⏰ 2026-11-27 12:00
        ⏰ 2026-11-30 12:00
        机器人→张三> {FIRST}
        还没改的话，之后由群管理员联系你。
        ⏰ 2026-12-01 12:00
        机器人→郑群> 项目A工作群有 1 人的昵称要处理：
        · 张三「三哥」不是真实姓名，建议：生产部-张三
        看全部：/昵称报告 项目A工作群
        ⏰ 2026-12-20 12:00
    """)


async def test_what_was_put_right_is_over(chat: Chat) -> None:
    await uses(chat, "zhangsan", "三哥")
    await chat.play(f"""
        ⏰ 2026-11-24 12:00
        机器人→张三> {FIRST}
        张三@项目A工作群> /改昵称 生产部-张三
        机器人@项目A工作群> 记下了：…
        ⏰ 2026-12-10 12:00
    """)
    assert not await NicknameCaseRecord.exists()


async def test_what_is_read_anew_closes_the_case_too(chat: Chat) -> None:
    await uses(chat, "zhangsan", "三哥")
    await chat.play("⏰ 2026-11-23 12:00")
    assert await NicknameCaseRecord.all().count() == 1
    await uses(chat, "zhangsan", "生产部-张三")
    await chat.play("⏰ 2026-11-24 12:00")
    assert not await NicknameCaseRecord.exists()


async def test_one_message_for_several_groups(chat: Chat) -> None:
    await uses(chat, "wangqiang", "老王")
    await uses(chat, "wangqiang", "阿强", GroupId("projectb"))
    await chat.play("""
        ⏰ 2026-11-24 12:00
        机器人→王强> 你的群昵称需要改一下，只有你收到这条提醒：
        · 项目A工作群：「老王」不是真实姓名，请改成：生产部-王强
        · 项目B工作群：「阿强」不是真实姓名，请改成：生产部-王强
        在群里点右上角「…」→「我在本群的昵称」粘贴即可。
        改好后发 /改昵称 生产部-王强 告诉我。
    """)


async def test_rest_days_are_left_in_peace(chat: Chat) -> None:
    """Found before the National Day holidays, reminded after them, and never twice a day."""
    await uses(chat, "zhangsan", "三哥")
    await chat.advance(datetime.fromisoformat("2026-11-23T12:00+08:00"))
    case = await NicknameCaseRecord.get()
    case.found_at = datetime.fromisoformat("2026-11-27T09:30+08:00")
    await case.save()
    await chat.play(f"""
        ⏰ 2026-11-29 23:00
        ⏰ 2026-11-30 12:00
        机器人→张三> {FIRST}
    """)


async def test_downtime_is_made_up_for_once(chat: Chat) -> None:
    """The bot comes back a week late, in the evening: it looks, and waits for the morning."""
    await uses(chat, "zhangsan", "三哥")
    await chat.advance(datetime.fromisoformat("2026-11-23T12:00+08:00"))
    chat.clock.time = datetime.fromisoformat("2026-12-01T22:00+08:00")
    await chat.core.settle()
    assert chat.said() == []
    await chat.play(f"""
        ⏰ 2026-12-02 12:00
        机器人→张三> {FIRST}
    """)
    assert (await NicknameCaseRecord.get()).reminded == 1


async def test_a_run_that_is_repeated_says_nothing_again(chat: Chat) -> None:
    await uses(chat, "zhangsan", "三哥")
    await chat.play(f"""
        ⏰ 2026-11-24 12:00
        机器人→张三> {FIRST}
    """)
    await JobRecord.filter(name=walk.name).update(due_at=chat.clock.now())
    await chat.core.settle()
    assert chat.said() == []


async def test_whoever_could_be_taken_for_another_is_told_of_at_once(chat: Chat) -> None:
    await uses(chat, "zhangsan", "赵囯强")
    await chat.play("""
        ⏰ 2026-11-23 12:00
        机器人→郑群> 项目A工作群有 1 人的昵称要处理：
        · 张三「赵囯强」会被当成别人，建议：生产部-张三
        看全部：/昵称报告 项目A工作群
        机器人→赵国强> 项目A工作群里有人的昵称容易被当成是你，群管理员已经知道。你不用处理，看到可疑消息请向本人核实。
    """)


async def test_a_forbidden_word_is_not_said_again(chat: Chat) -> None:
    await uses(chat, "zhangsan", "傻bi")
    await chat.play("""
        ⏰ 2026-11-24 12:00
        机器人→张三> 你的群昵称需要改一下，只有你收到这条提醒：
        · 项目A工作群：「…」有不合适的字词，请改成：生产部-张三
        在群里点右上角「…」→「我在本群的昵称」粘贴即可。
        改好后发 /改昵称 生产部-张三 告诉我。
    """)


async def test_a_new_department_has_seven_days(chat: Chat) -> None:
    await chat.play("""
        张三> /改昵称 生产部-张三
        机器人> 记下了：…
    """)
    records, company, now = chat.core.records, chat.company, chat.clock.now()
    people = [person for person in company.people if person.user_id != "zhangsan"]
    zhang = company.person(UserId("zhangsan"))
    assert zhang
    by = Act("job:directory-sync", "directory-sync", "定时任务", "test", now)
    await records.directory.replace(company.departments, [*people, zhang], by=by)
    research = next(each.id for each in company.departments if each.name == "研发部")
    moved = type(zhang)(zhang.user_id, zhang.name, research, (research,))
    await records.directory.replace(company.departments, [*people, moved], by=by)
    assert (await PersonRecord.get(user_id="zhangsan")).main_department == research
    await chat.play("""
        ⏰ 2026-11-29 12:00
        ⏰ 2026-11-30 12:00
        ⏰ 2026-12-01 12:00
        机器人→张三> 你的群昵称需要改一下，只有你收到这条提醒：
        · 工作群：「生产部-张三」部门不对，请改成：研发部-张三
        在群里点右上角「…」→「我在本群的昵称」粘贴即可。
        改好后发 /改昵称 研发部-张三 告诉我。
    """)


async def test_customers_are_listed_for_whoever_keeps_the_group(chat: Chat) -> None:
    group, now = GroupId("marketinga"), chat.clock.now()
    by = Act("job:nickname-reading", "nickname-reading", "定时任务", "test", now)
    named = {"wm1": "恒远置业-李总", "wm2": "生产部-张三", "wm3": "傻bi"}
    read = [Known(UserId(user), name, Source.READ, now, group, outsider=True) for user, name in named.items()]
    await chat.core.records.nicknames.replace(group, Source.READ, read, by=by)
    await chat.play("""
        ⏰ 2026-11-23 12:00
        机器人→冯销> 项目A营销微信平台里有 2 位外部成员的昵称要核实，必要时请对方改，或移出群：
        · 外部成员「生产部-张三」会被当成别人，请核实。
        · 外部成员「…」有不合适的字词，请核实。
        看全部：/昵称报告 项目A营销微信平台
        ⏰ 2026-11-27 12:00
    """)


async def test_a_run_that_was_a_little_late_puts_no_reminder_off(chat: Chat) -> None:
    await uses(chat, "zhangsan", "三哥")
    chat.clock.time = datetime.fromisoformat("2026-11-23T09:30:07+08:00")
    await chat.core.settle()
    chat.clock.time = datetime.fromisoformat("2026-11-24T09:30:01+08:00")
    await chat.core.settle()
    assert [line.to for line in chat.said()] == ["张三"]
