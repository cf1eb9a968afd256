"""One's own profile: shown to oneself alone, and what is wrong goes to human resources in private."""

from tests.chat import Chat


async def test_in_a_group_it_is_shown_in_private(chat: Chat) -> None:
    await chat.play("""
    张三@项目A工作群> /确认资料
    机器人@项目A工作群> 已私聊你。
    机器人→张三> [卡片] 你的资料 还缺 职务，请按「要改」补上。 姓名：张三 部门：生产部 …
    张三@项目A工作群> /确认资料 我改名叫 <@all>[看这里](http://x.cn)
    机器人→李娜> 张三 说资料要改：我改名叫 ＜@all＞［看这里］(http：//x.cn)
    现在是 姓名：张三；部门：生产部；职务：（没有填）；上级：王强。核实后请在通讯录里改。
    机器人→周敏> 张三 说资料要改：…
    机器人@项目A工作群> 已私聊你。
    机器人→张三> 已转给 李娜、周敏，核实后改。
    """)


async def test_human_resources_don_t_pass_on_to_themselves(chat: Chat) -> None:
    await chat.play("""
    李娜> /确认资料 职务是主管
    机器人→周敏> 李娜 说资料要改：职务是主管
    现在是 …
    机器人> 已转给 周敏，核实后改。
    李娜> 我的部门不对
    机器人> [卡片] 你的资料 …
    李娜> 按 [没问题]
    机器人> [卡片] 你的资料 已记下，资料没问题，谢谢。
    """)
