"""What a rule refuses is kept without words, and told to the security officers when it happens too often."""

from datetime import timedelta

from bot.services.talking.refusing import MANY, WITHIN
from bot.storage.models.talking import RefusalRecord
from tests.chat import Chat, Line


async def test_what_was_refused_is_kept_without_words(chat: Chat) -> None:
    await chat.play("""
        张三> /订阅 安全提醒
        机器人> 「订阅」要在群里 @我 使用，由群管理员发起。
        张三@项目A工作群> /退订 安全提醒
        机器人@项目A工作群> 「退订」由本群管理员或安全管理员使用。发 /帮助 看看你能用什么。
    """)
    kept = await RefusalRecord.all().order_by("id").values_list("user_id", "command", "code", "chat")
    assert kept == [
        ("zhangsan", "订阅", "E_NO_PERMISSION", None),
        ("zhangsan", "退订", "E_NO_PERMISSION", "projecta"),
    ]
    assert set(RefusalRecord._meta.fields_map) == {"id", "at", "user_id", "command", "code", "chat"}


async def test_what_was_only_not_understood_is_no_refusal(chat: Chat) -> None:
    await chat.say("张三", "/没有这个命令")
    await chat.say("陈安", "/订阅 天气预报", room="项目A工作群")
    assert await RefusalRecord.all().count() == 0


async def test_a_stranger_is_recorded_too(chat: Chat) -> None:
    await chat.say("stranger", "/昵称检查 张三")
    assert await RefusalRecord.all().values_list("user_id", flat=True) == ["stranger"]


async def test_too_many_are_told_once(chat: Chat) -> None:
    for _ in range(MANY - 1):
        await chat.say("张三", "/订阅 安全提醒")
    assert not _told(chat)
    await chat.say("张三", "/订阅 安全提醒")
    (warning,) = _told(chat)
    assert warning.to == "吴管"
    assert warning.words.startswith(f"生产部的张三 一小时内有 {MANY} 次操作")
    await chat.say("张三", "/订阅 安全提醒")
    assert not _told(chat)


async def test_few_and_far_between_are_no_pattern(chat: Chat) -> None:
    for _ in range(MANY + 1):
        await chat.say("张三", "/订阅 安全提醒")
        chat.clock.time += WITHIN / 2 + timedelta(seconds=1)
    assert not _told(chat)


def _told(chat: Chat) -> list[Line]:
    return [line for line in chat.said() if line.to]
