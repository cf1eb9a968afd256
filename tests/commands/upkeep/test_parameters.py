import pytest

from bot.domain.rights import Role
from tests.chat import Chat

WAITS = (
    "机器人> 已提交 PZ-20261122-001：「静默开始」从 21:00 改成 22:00。等 钱卫东 或 孙丽 或 赵国强 同意，同意了才生效。"
)
PROPOSED = f"""
    吴管> /参数 静默开始 22:00
    机器人→钱卫东> [卡片] 吴管 申请「静默开始」从 21:00 改成 22:00 …
    机器人→孙丽> [卡片] 吴管 申请「静默开始」从 21:00 改成 22:00 PZ-20261122-001 现在：21:00 改成：22:00 …
    机器人→赵国强> [卡片] 吴管 申请「静默开始」从 21:00 改成 22:00 …
    {WAITS}
"""
PASSED = """
    孙丽> 按 [同意]
    机器人→钱卫东> PZ-20261122-001 孙丽同意了。
    机器人→赵国强> PZ-20261122-001 孙丽同意了。
    机器人→吴管> PZ-20261122-001 「静默开始」从 21:00 改成 22:00：已同意（孙丽，10:00）。已经生效；…
    机器人> [卡片] 吴管 申请「静默开始」从 21:00 改成 22:00 已同意（孙丽，10:00）。
"""


async def test_what_was_let_pass_holds_at_once(chat: Chat) -> None:
    await chat.play(PROPOSED)
    assert str(chat.company.pace.calendar.quiet.begins) == "21:00:00"
    await chat.play(PASSED)
    assert str(chat.company.pace.calendar.quiet.begins) == "22:00:00"
    await chat.play("""
        吴管> /参数 静默开始
        机器人> 静默开始：22:00（聊天里改的）。晚上从几点起只发紧急的，提醒也等到早上；改了马上生效。…
        吴管> /参数 静默开始 22点
        机器人> 「静默开始」已经是 22:00，不用改。
    """)


async def test_whoever_proposed_it_never_lets_it_pass(chat: Chat) -> None:
    await chat.play(PROPOSED)
    await chat.play("""
        吴管> /同意申请 PZ-20261122-001
        机器人> 不能审批自己的申请，也不能审批与自己有关的申请。已经有别人在审批了，发 /我的申请 看进度。
    """)
    assert chat.company.configuration.value("notices.quiet_from") == "21:00"


async def test_a_leader_takes_it_back_at_once(chat: Chat) -> None:
    await chat.play(PROPOSED)
    await chat.play(PASSED)
    await chat.play("""
        孙丽> /参数 撤回 PZ-20261122-001
        机器人→吴管> 孙丽 撤回了你提出的 PZ-20261122-001：「静默开始」现在是 21:00。
        机器人> 「静默开始」从 22:00 改成 21:00，已经生效（PZ-20261122-002）。
        孙丽> /参数 撤回 PZ-20261122-001
        机器人> PZ-20261122-001 之后这个参数又改过（PZ-20261122-002），什么都没有改动。请先撤回 PZ-20261122-002。
        吴管> /参数 记录
        机器人> 最近的改动，新的在前：
        PZ-20261122-002 静默开始：22:00 → 配置文件里的（孙丽改的，撤回 PZ-20261122-001）
        PZ-20261122-001 静默开始：配置文件里的 → 22:00（吴管提出，孙丽同意）
        撤回一项发 /参数 撤回 编号。
        孙丽> /参数 静默开始 23:00
        机器人> 设置由企业微信管理员来改，集团高管能按编号撤回别人提出的改动。
    """)


async def test_whoever_proposed_it_asks_to_take_it_back(chat: Chat) -> None:
    await chat.play(PROPOSED)
    await chat.play(PASSED)
    await chat.play("""
        吴管> /参数 撤回 PZ-20261122-001
        机器人→钱卫东> [卡片] 吴管 申请撤回 PZ-20261122-001，「静默开始」从 22:00 改成 21:00 …
        机器人→孙丽> [卡片] …
        机器人→赵国强> [卡片] …
        机器人> 已提交 PZ-20261122-002：撤回 PZ-20261122-001，「静默开始」从 22:00 改成 21:00。等 …
        吴管> /参数 撤回 PZ-20261122-002
        机器人> PZ-20261122-002 还在等同意，没有生效。不要了就发 /撤回 PZ-20261122-002。
        钱卫东> 按 [同意]
        机器人→孙丽> PZ-20261122-002 钱卫东同意了。
        机器人→赵国强> PZ-20261122-002 钱卫东同意了。
        机器人→吴管> PZ-20261122-002 …
        机器人> [卡片] …
    """)
    assert chat.company.configuration.value("notices.quiet_from") == "21:00"


async def test_what_does_not_hold_is_refused_before_anybody_is_asked(chat: Chat) -> None:
    await chat.play("""
        吴管> /参数 静默开始 9:00
        机器人> 「静默开始」不能设成 09:00：要在中午 12 点以后。什么都没有改动。
        吴管> /参数 审批过期 0
        机器人> 「审批过期」不能设成 0 天：不能小于 1。什么都没有改动。
        吴管> /参数 审批过期 一阵子
        机器人> 「审批过期」写成「一阵子」没看懂。请写一个数，单位是天。
        吴管> /参数 默认制度 D99
        机器人> 「默认制度」写成「D99」没看懂。可以写 D2、D3、D5、D6、D8、D10、D12、D13、D15。
        吴管> /参数 企业微信管理员 不存在的人
        机器人> 「不存在的人」不知道是谁。请写姓名，例如 李娜、王五。
        吴管> /参数 密钥 abc
        机器人> 没有「密钥」这个参数，或者不能在聊天里改。发 /参数 看有哪些。
        吴管> /参数 撤回 PZ-20261122-009
        机器人> 没有编号是 PZ-20261122-009 的改动。发 /参数 记录 看最近的。
        吴管> /参数 记录
        机器人> 聊天里还没有改过参数。
    """)


async def test_two_proposals_of_one_setting(chat: Chat) -> None:
    """The second was made before the first was let pass: it would undo what its leader never saw."""
    await chat.play(PROPOSED)
    await chat.play("""
        吴管> /参数 静默开始 20:00
        机器人→钱卫东> [卡片] 吴管 申请「静默开始」从 21:00 改成 20:00 …
        机器人→孙丽> [卡片] 吴管 申请「静默开始」从 21:00 改成 20:00 …
        机器人→赵国强> [卡片] 吴管 申请「静默开始」从 21:00 改成 20:00 …
        机器人> 已提交 PZ-20261122-002：…
        孙丽> /同意申请 PZ-20261122-001
        机器人→钱卫东> PZ-20261122-001 孙丽同意了。
        机器人→赵国强> PZ-20261122-001 孙丽同意了。
        机器人→吴管> PZ-20261122-001 …
        机器人> …
        孙丽> /同意申请 PZ-20261122-002
        机器人> 提出以后这个参数又改过，什么都没有改动。要改请重新提出。
    """)
    assert chat.company.configuration.value("notices.quiet_from") == "22:00"


async def test_who_is_to_get_a_role_does_not_let_it_pass(chat: Chat) -> None:
    await chat.play("""
        吴管> /参数 法务 孙丽、李娜
        机器人→钱卫东> [卡片] 吴管 申请「法务」加上 李娜、孙丽，去掉 林宓 PZ-20261122-001 现在：林宓 改成：孙丽、李娜 …
        机器人→赵国强> [卡片] …
        机器人> 已提交 PZ-20261122-001：「法务」加上 李娜、孙丽，去掉 林宓。等 钱卫东 或 赵国强 同意，…
        赵国强> 按 [同意]
        机器人→钱卫东> PZ-20261122-001 赵国强同意了。
        机器人→李娜> 吴管 把你设为法务（PZ-20261122-001）。…
        机器人→孙丽> 吴管 把你设为法务（PZ-20261122-001）。发 /我的权限 看能做什么；不对请告诉企业微信管理员。
        机器人→吴管> …
        机器人> [卡片] …
    """)
    assert set(chat.company.grants[Role.LEGAL]) == {chat.user("孙丽"), chat.user("李娜")}


async def test_what_waits_for_a_restart_says_so(chat: Chat) -> None:
    await chat.play("""
        吴管> /参数 缺卡提醒 开
        机器人→钱卫东> [卡片] 吴管 申请「缺卡提醒」从 关 改成 开 PZ-20261122-001 现在：关 改成：开 …
        机器人→孙丽> [卡片] …
        机器人→赵国强> [卡片] …
        机器人> 已提交 …
        孙丽> 按 [同意]
        机器人→钱卫东> …
        机器人→赵国强> …
        机器人→吴管> PZ-20261122-001 「缺卡提醒」从 关 改成 开：已同意（孙丽，10:00）。下次重启生效；…
        机器人> [卡片] …
    """)


async def test_a_repeated_press_changes_nothing_more(chat: Chat) -> None:
    await chat.play(PROPOSED)
    press = chat.pressing_newest("孙丽", "同意")
    for _ in range(2):
        await chat.core.inbox.take(press)
        await chat.core.settled()
    chat.said()
    await chat.play("""
        吴管> /参数 记录
        机器人> 最近的改动，新的在前：
        PZ-20261122-001 静默开始：配置文件里的 → 22:00（吴管提出，孙丽同意）
        撤回一项发 /参数 撤回 编号。
    """)


async def test_areas_are_looked_at_by_a_card(chat: Chat) -> None:
    await chat.play("""
        孙丽> /参数
        机器人> [卡片] 参数 共 76 个。…
        孙丽> 选 [审批] 按 [看这一组]
        机器人→孙丽> 审批：
        · 审批提醒：4 工作小时，等多久提醒审批人
        · 审批升级：1 工作日，等多久再请上一级
        · 审批过期：7 天，没人审批的申请多久作废
        机器人> [卡片] 参数 「审批」的参数发在下面了。
        孙丽> /参数 审批过气
        机器人> [卡片] 没有「审批过气」这个参数，你找的是哪个？ …
        孙丽> 按 [审批过期]
        机器人> [卡片] 已选：审批过期 审批过期：7 天（默认）。没人审批的申请多久作废；改了马上生效。…
    """)


async def test_what_a_variable_says_cannot_be_changed_in_chat(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUNWU_NOTICES__QUIET_FROM", "20:30")
    await chat.play("""
        吴管> /参数 静默开始 22:00
        机器人> 「静默开始」是机器上的环境变量定的，聊天里改不了。请改那个变量，再重启。
    """)


async def test_a_leader_gives_himself_nothing_back(chat: Chat) -> None:
    """He was put out of a role: whether he comes into it again isn't his to say."""
    await chat.play("""
        吴管> /参数 集团高管 钱卫东、赵国强
        机器人→钱卫东> [卡片] …
        机器人→孙丽> [卡片] …
        机器人→赵国强> [卡片] …
        机器人> 已提交 PZ-20261122-001：…
        钱卫东> 按 [同意]
        机器人→孙丽> …
        机器人→赵国强> …
        机器人→吴管> …
        机器人> [卡片] …
        孙丽> /参数 撤回 PZ-20261122-001
        机器人> 「参数」由…
    """)
