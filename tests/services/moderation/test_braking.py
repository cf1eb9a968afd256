"""Who warns one person again and again, or many at once, needs somebody else's yes."""

from tests.chat import Chat
from tests.commands.moderation.warnings import A

REASONS = ("刷广告", "又刷广告", "还在刷广告")


async def test_the_fourth_of_one_person_in_a_day(chat: Chat) -> None:
    for reason in REASONS:
        await chat.say("郑群", f"/警告 @张三 {reason}", room=A)
    chat.said()
    await chat.play("""
    郑群@项目A工作群> /警告 @张三 又刷广告
    机器人→王强> [卡片] 郑群 申请警告 张三 RQ-20261122-001 …
    机器人→周敏> [卡片] 郑群 申请警告 张三 RQ-20261122-001 …
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> 一天里你已经处理过对方 3 次，再处理要另一位同意。已提交 RQ-20261122-001：警告 张三，…
    王强@项目A工作群> /警告 @张三 又刷广告
    机器人→张三> 你在项目A工作群受到警告，编号 WG-20261122-004。…
    机器人→王强> WG-20261122-004 张三 警告，…
    机器人@项目A工作群> 已办，编号 WG-20261122-004，详情私聊你了。
    ⏰ 2026-11-23 10:01
    """)
    await chat.say("郑群", "/警告 @张三 又刷广告了", room=A)
    assert any("WG-20261123-001" in each.words for each in chat.said())


async def test_the_eleventh_of_anybody_in_an_hour(chat: Chat) -> None:
    group = next(each for each in chat.company.groups if each.name == A)
    members = [each for each in sorted(group.members) if chat.company.is_here(each)]
    codes = ("刷广告", "骂人", "闲聊", "炒股", "造谣")
    lines = [(user, why) for why in codes for user in members]
    for user, why in lines:
        await chat.say("王强", f"/警告 @{chat.company.name_of(user)} {why}", room=A)
        if any("一小时里你已经处理了 10 次" in each.words for each in chat.said()):
            break
    else:
        raise AssertionError("nothing held him back")
