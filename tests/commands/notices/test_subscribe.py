from bot.storage.models.operating import Trail
from tests.chat import Chat


async def test_a_second_wish_changes_nothing(chat: Chat) -> None:
    await chat.play("""
        郑群@项目A工作群> /订阅 安全提醒
        机器人@项目A工作群> 项目A工作群已经订阅了安全提醒，每周一、三、五和节日前后发到本群。
    """)
    assert await Trail.exclude(actor="configuration").count() == 0


async def test_who_may_and_where(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> /订阅 安全提醒
        机器人@项目A工作群> 「订阅」由本群管理员或安全管理员使用。发 /帮助 看看你能用什么。
        郑群@项目B工作群> /订阅 安全提醒
        机器人@项目B工作群> 「订阅」由本群管理员或安全管理员使用。发 /帮助 看看你能用什么。
        郑群> /订阅 安全提醒
        机器人> 「订阅」要在群里 @我 使用，由群管理员发起。
        陈安> /订阅 安全提醒
        机器人> 看不出是哪个群。请到那个群里 @我 再发一次。
        陈安@没登记的群> /订阅 安全
        机器人@没登记的群> 这个群还没有登记，所以还不能办。请在群里 @我 发 /登记群。
    """)


async def test_an_unknown_notice_is_refused(chat: Chat) -> None:
    await chat.play("""
        郑群@项目A工作群> /订阅 菜谱
        机器人@项目A工作群> 没有「菜谱」这种通知。现在有：安全提醒、班前会。换一种再发一次。
        郑群@项目A工作群> /订阅
        机器人@项目A工作群> 哪种通知？现在有：安全提醒、班前会。@我 回复就行，10:10 前有效；不办了就回「算了」。
    """)


async def test_the_trail_says_who_did_it_by_which_right(chat: Chat) -> None:
    await chat.say("陈安", "/订阅 安全提醒", room="计划运营推动群")
    entry = await Trail.exclude(actor="configuration").get()
    assert (entry.actor, entry.action, entry.authority) == ("chenan", "订阅:subscription.set", "安全管理员")
    assert entry.subject == "group:operations"
    assert entry.cause.startswith("test:")


async def test_what_is_not_understood_is_not_done(chat: Chat) -> None:
    await chat.play("""
        陈安@计划运营推动群> /订阅 安全提醒 每天
        机器人@计划运营推动群> 「每天」我没看懂，所以还没有办。例如：/订阅 安全提醒
    """)


async def test_where_nobody_registered_the_group_nobody_is_its_admin(chat: Chat) -> None:
    await chat.play("""
    张三@没登记的群> /订阅 安全提醒
    机器人@没登记的群> 这个群还没有登记，所以还不能办。请在群里 @我 发 /登记群。
    """)
