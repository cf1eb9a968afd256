from tests.chat import Chat


async def test_a_plain_sentence_is_asked_back_first(chat: Chat) -> None:
    await chat.play("""
        李四> 二楼楼梯口有油 刚有人差点滑倒
        机器人> [卡片] 你是想「隐患 二楼楼梯口有油 刚有人差点滑倒」吗？ 10:30 前有效 [确认] [算了]
        李四> 按 [确认]
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001 有油 刚有人差点滑倒（差点出事） 地点：二楼楼梯口 类型：环境…
        机器人> [卡片] 已登记 YH-20261122-001 二楼楼梯口：有油 刚有人差点滑倒（环境）…
        机器人> [卡片] 已确认：隐患 二楼楼梯口有油 刚有人差点滑倒 见下一条消息。
    """)


async def test_what_is_missing_is_asked_for_one_after_the_other(chat: Chat) -> None:
    await chat.play("""
        张三> /隐患
        机器人> 在哪里？什么情况？可直接发照片。直接回复就行，10:10 前有效；不办了就回「算了」。
        张三> 灭火器过期了
        机器人> 在哪里？写上车间、楼层或设备，例如：3号车间2号机旁边。直接回复就行，10:10 前有效；不办了就回「算了」。
        张三> 二号仓库
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001 灭火器过期了 地点：二号仓库 类型：消防…
        机器人> [卡片] 已登记 YH-20261122-001 二号仓库：灭火器过期了（消防）…
    """)


async def test_the_same_words_at_once_are_one_report(chat: Chat) -> None:
    await chat.play("""
        张三> /隐患 二号仓库 灭火器过期了
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
        机器人> [卡片] 已登记 YH-20261122-001…
        张三> /隐患 二号仓库 灭火器过期了
        机器人> 这条刚刚已经登记了，是 YH-20261122-001，不用再发一次。
    """)


async def test_in_a_group_only_the_number_is_said(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> /隐患 二号仓库 灭火器过期了
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
        机器人@项目A工作群> 已登记 YH-20261122-001，已转安全管理员。有照片私聊发我。
    """)


async def test_who_wants_not_to_be_named_is_not_named(chat: Chat) -> None:
    await chat.play("""
        张三> /隐患 匿名 二号仓库有人抽烟
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001 有人抽烟 地点：二号仓库 类型：消防 区域：其他区域 报告人：已…
        机器人> [卡片] 已登记 YH-20261122-001 二号仓库：有人抽烟（消防）。已转安全管理员，不会写你的名字，…
    """)


async def test_somebody_whom_nobody_knows_may_report(chat: Chat) -> None:
    await chat.play("""
        临时工> /隐患 二号仓库 灭火器过期了
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
        机器人> [卡片] 已登记 YH-20261122-001…
    """)


async def test_a_hidden_report_does_not_tell_by_its_area_either(chat: Chat) -> None:
    await chat.play("""
        李娜> /隐患 匿名 二号仓库有人抽烟
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001 有人抽烟 地点：二号仓库 类型：消防 区域：其他区域 报告人：已…
        机器人> [卡片] 已登记…
    """)
