"""One press is one vote, and the last one counts; of an anonymous survey nobody can say whose it was."""

from bot.storage.models.operating import Trail
from bot.storage.models.pipeline import Inbox
from bot.storage.models.surveys import BallotRecord
from tests.chat import Chat
from tests.commands.surveys.asked import OPINIONS, SECRET, SURVEY


async def test_the_last_press_counts(chat: Chat) -> None:
    await chat.play(f"""{SURVEY}
        张三> 按 [B 爬山]
        机器人> [卡片] 团建去哪 你选了：B 爬山。
        截止 11月27日(周五) 17:00，按一下就算，截止前可以改。记名：发起人看得到谁答了什么。 [A 羽毛球] [B 爬山] [C 烧烤]
        张三> 按 [C 烧烤]
        机器人> [卡片] 团建去哪 改成了：C 烧烤。…
        何苗> /参与征集 ZJ-20261122-001 爬山
        机器人> 你选了：B 爬山。
        何苗> /参与征集 ZJ-20261122-001 唱歌
        机器人> 「唱歌」不在选项里。选一个：A. 羽毛球；B. 爬山；C. 烧烤。
        林宓> /参与征集 ZJ-20261122-001 A
        机器人> 没有找到发给你的 ZJ-20261122-001。核对编号，或看看发给你的卡片。
        郑群> /征集结果 ZJ-20261122-001
        机器人→郑群> [图片] ZJ-20261122-001「团建去哪」：A 羽毛球：0 票（0%），…
        机器人→郑群> [文件 征集-ZJ-20261122-001.xlsx] ZJ-20261122-001「团建去哪」的回答，2 份。
        机器人> ZJ-20261122-001「团建去哪」还没结束：2/9 人答了。
        A 羽毛球：0 票（0%）
        B 爬山：1 票（50%）
        C 烧烤：1 票（50%）
    """)


async def test_opinions_in_words(chat: Chat) -> None:
    await chat.play(f"""{OPINIONS}
        张三> 按 [写意见]
        机器人> [卡片] 团建去哪 直接回我一段话就行；不说了回「算了」。…
        张三> 去爬山吧，顺便烧烤
        机器人> 记下了（ZJ-20261122-001）。截止前再发一次就是改。
        ⏰ 2026-11-26 10:00
        机器人→阿卜杜拉·买买提、何苗等8人> [卡片] 团建去哪 还没收到你的回答。…
        ⏰ 2026-11-27 17:01
        机器人→郑群> ZJ-20261122-001「团建去哪」结束了：1/9 人答了。
        · 去爬山吧，顺便烧烤
        机器人→郑群> [文件 征集-ZJ-20261122-001.xlsx] …
        机器人→项目A工作群> ZJ-20261122-001「团建去哪」结束了：1/9 人答了，意见已交给发起人。
        张三> /参与征集 ZJ-20261122-001 还是唱歌
        机器人> ZJ-20261122-001 已经结束，不能再答。看结果发 /征集结果 ZJ-20261122-001。
    """)


async def test_of_an_anonymous_one_nothing_says_who_it_was(chat: Chat) -> None:
    await chat.play(f"""{SECRET}
        张三> 按 [C 不好]
        机器人> [卡片] 食堂怎么样 你选了：C 不好。…
        张三> 按 [A 好]
        机器人> [卡片] 食堂怎么样 改成了：A 好。…
        何苗@项目A工作群> /参与征集 ZJ-20261122-001 B
        机器人@项目A工作群> 已私聊你。
        机器人→何苗> ZJ-20261122-001 是匿名的，别在群里答。请按我发你的卡片，或私聊我。
    """)
    rows = await BallotRecord.all()
    assert [row.choice for row in rows] == [0]
    assert "zhangsan" not in rows[0].voter
    assert not [row for row in await Inbox.filter(sender="zhangsan") if "vote" in str(row.payload)]
    trail = await Trail.filter(subject="survey:ZJ-20261122-001").values_list("actor", flat=True)
    assert set(trail) == {"zhengqun"}


async def test_of_fewer_than_five_nothing_is_shown(chat: Chat) -> None:
    await chat.play(f"""{SECRET}
        张三> 按 [C 不好]
        机器人> …
        郑群> /征集结果 ZJ-20261122-001
        机器人> ZJ-20261122-001「食堂怎么样」还没结束：1/9 人答了。匿名的要结束后、满 5 人才公布，免得猜出是谁。
        ⏰ 2026-11-27 17:00
        机器人→郑群> ZJ-20261122-001「食堂怎么样」结束了：1/9 人答了。不到 5 人，不公布，免得猜出是谁。
        机器人→项目A工作群> ZJ-20261122-001「食堂怎么样」结束了：1/9 人答了。不到 5 人，不公布，免得猜出是谁。
        张三> /征集结果 ZJ-20261122-001
        机器人> ZJ-20261122-001「食堂怎么样」结束了：1/9 人答了。不到 5 人，不公布，免得猜出是谁。
    """)


async def test_of_five_it_is(chat: Chat) -> None:
    await chat.play(SECRET)
    for name in ("张三", "何苗", "王强", "阿卜杜拉·买买提", "郑群"):
        await chat.say(name, "/参与征集 ZJ-20261122-001 A")
    chat.said()
    await chat.play("""
        ⏰ 2026-11-27 17:00
        机器人→郑群> ZJ-20261122-001「食堂怎么样」结束了：5/9 人答了。
        A 好：5 票（100%）
        B 一般：0 票（0%）
        C 不好：0 票（0%）
        机器人→郑群> [图片] …
        机器人→郑群> [文件 征集-ZJ-20261122-001.xlsx] …
        机器人→项目A工作群> ZJ-20261122-001「食堂怎么样」结束了：5/9 人答了。…
        机器人→项目A工作群> [图片] …
    """)
