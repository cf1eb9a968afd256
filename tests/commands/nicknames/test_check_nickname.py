from tests.chat import Chat

HOW = "在群里点右上角「…」→「我在本群的昵称」粘贴即可。"


async def test_without_a_name_the_proper_one_is_told(chat: Chat) -> None:
    await chat.play(f"""
        李娜> /昵称检查
        机器人> 你的群昵称应当是：行政人事部-李娜
        {HOW}
    """)


async def test_each_kind_of_answer(chat: Chat) -> None:
    await chat.play(f"""
        张三> /昵称检查 张三
        机器人> 「张三」缺少部门。请改成：生产部-张三
        {HOW}
        欧阳静> 昵称检查 财务部欧阳静
        机器人> 「财务部欧阳静」能认出来，规范写法是：财务部-欧阳静
    """)


async def test_a_name_in_quotes_is_meant_without_them(chat: Chat) -> None:
    await chat.play("""
        张三> /昵称检查：「生产部-张三」
        机器人> 「生产部-张三」符合规范。
    """)


async def test_what_cannot_be_says_why(chat: Chat) -> None:
    await chat.play("""
        张三> /昵称检查 品牌部-张三
        机器人> 没有「品牌部」这个部门，你在生产部。可以改成：生产部-张三。
        张三> /昵称检查 财务部-张三
        机器人> 你在生产部，不在财务部。可以改成：生产部-张三。
        张三> /昵称检查 李四
        机器人> 这样写会被当成别人，请用你自己的姓名。可以改成：生产部-张三。
    """)


async def test_executives_use_their_plain_name(chat: Chat) -> None:
    await chat.play("""
        赵国强> /昵称检查 赵国强
        机器人> 「赵国强」符合规范，集团高管直接用姓名。
        孙丽> /昵称检查 营销部-孙丽
        机器人> 「营销部-孙丽」不算违规。集团高管可以直接用姓名：孙丽
    """)


async def test_what_somebody_else_must_be_called(chat: Chat) -> None:
    await chat.play("""
        张三> /昵称检查 @李四
        机器人> 李四的群昵称应当是：生产部-李四
        张三> /昵称检查 @刘洋0213
        机器人> 刘洋(0213)的群昵称应当是：生产部-刘洋0213
    """)


async def test_how_mine_stands_in_a_group(chat: Chat) -> None:
    await chat.play("""
        张三> /昵称检查 项目A工作群
        机器人> 我还不知道你在项目A工作群的昵称，应当是：生产部-张三
        改好后到群里 @我 发 /改昵称 生产部-张三
        张三@项目A工作群> /改昵称 生产部－张三
        机器人@项目A工作群> 记下了：…
        张三@项目A工作群> /昵称检查 项目A群
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 你在项目A工作群的昵称是「生产部－张三」（本人申报），能认出，不够规范。请改成：生产部-张三
        在群里点右上角「…」→「我在本群的昵称」粘贴即可。
    """)


async def test_a_group_that_one_may_not_know_of_is_only_a_word(chat: Chat) -> None:
    await chat.play(f"""
        张三> /昵称检查 集团高管工作群
        机器人> 「集团高管工作群」不是你的真实姓名。请改成：生产部-张三
        {HOW}
    """)


async def test_plain_sentences(chat: Chat) -> None:
    for sentence in ("我的群昵称该怎么写", "帮我看看我的昵称", "我的昵称规范吗"):
        await chat.say("张三", sentence)
        assert [line.words.partition("\n")[0] for line in chat.said()] == ["你的群昵称应当是：生产部-张三"]
