from bot.domain.nicknames.cases import NicknameCase
from bot.domain.nicknames.known import Source
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.models.operating import Trail
from tests.chat import Chat

BY_HAND = "群昵称要自己改，还没改的话，在群里点右上角「…」→「我在本群的昵称」粘贴即可。"


async def test_in_private_it_is_said_of_all_groups(chat: Chat) -> None:
    await chat.play(f"""
        欧阳静> /改昵称 财务部欧阳静
        机器人> 记下了：你在各个群用「财务部欧阳静」，能认出来，规范写法是：财务部-欧阳静
        {BY_HAND}
        孙丽> /改昵称 营销部-孙丽
        机器人> 记下了：你在各个群用「营销部-孙丽」，不算违规。集团高管可以直接用姓名：孙丽
        {BY_HAND}
    """)
    known = await chat.core.records.nicknames.of_all()
    assert {(each.holder, each.group, each.nickname, each.source) for each in known} == {
        ("ouyangjing", None, "财务部欧阳静", Source.DECLARED),
        ("sunli", None, "营销部-孙丽", Source.DECLARED),
    }


async def test_what_may_not_stay_is_not_kept(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> /改昵称 张三
        机器人@项目A工作群> 没有登记：「张三」缺少部门。请改成：生产部-张三
        在群里点右上角「…」→「我在本群的昵称」粘贴即可。
        张三> /改昵称 生产部-帅到爆炸💥
        机器人> 昵称须用真实姓名，不能有表情或特殊符号。可以改成：生产部-张三。
        张三> /改昵称 赵囯强
        机器人> 这样写会被当成别人，请用你自己的姓名。可以改成：生产部-张三。
    """)
    assert await chat.core.records.nicknames.of_all() == []
    assert not await Trail.filter(action__contains="nickname.declared").exists()


async def test_namesakes_cannot_choose_the_same(chat: Chat) -> None:
    first, second = UserId("liuyang0086"), UserId("liuyang0213")
    await chat.core.inbox.take(chat.incoming(first, "/改昵称 生产部-刘洋2"))
    await chat.core.settled()
    assert [line.words.partition("\n")[0] for line in chat.said()] == [
        "记下了：你在各个群用「生产部-刘洋2」，符合规范。"
    ]
    await chat.core.inbox.take(chat.incoming(second, "/改昵称 生产部 刘洋2"))
    await chat.core.settled()
    (answer,) = chat.said()
    assert answer.words.startswith("没有登记：部门里有同名同事，「生产部 刘洋2」分不清是谁。请改成：生产部-刘洋0213")


async def test_it_settles_what_was_wrong(chat: Chat) -> None:
    user, group = UserId("zhangsan"), GroupId("projecta")
    now = chat.clock.now()
    cases = chat.core.records.nickname_cases
    await cases.save([NicknameCase(user, group, "三哥", now)], by=Act("job:x", "x", "定时任务", "test", now))
    await chat.say("张三", "/改昵称 生产部-张三", room="项目A工作群")
    assert await cases.open_ones() == []


async def test_a_sentence_is_confirmed_first(chat: Chat) -> None:
    await chat.say("张三", "我的昵称改成了生产部-张三")
    (answer,) = chat.said()
    assert "改昵称 生产部-张三" in answer.words
    assert await chat.core.records.nicknames.of_all() == []
