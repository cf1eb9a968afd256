"""Until when somebody is here: by human resources, of others, and for good where it says so."""

from tests.chat import Chat


async def test_it_is_asked_for_moved_and_taken_away(chat: Chat) -> None:
    await chat.play("""
    李娜> /账号期限 @何苗 实习生
    机器人> 用到哪天？例如：到明年3月31日，或者写 6个月。…
    李娜> 6个月
    机器人> 已登记：何苗（实习生）用到 2027年5月22日(周六)，到期前 14、3 天提醒人力资源。
    李娜> /账号期限 @何苗 到2027年6月30日
    机器人> 已登记：何苗（实习生）用到 2027年6月30日(周三)，到期前 14、3 天提醒人力资源。
    李娜> /账号期限 @何苗 正式
    机器人> 已登记：何苗 是正式员工，没有期限。
    李娜> /账号期限 @李娜 实习生 6个月
    机器人> 自己的期限请另一位同事来登记，什么都没有改动。
    王强> /账号期限 @何苗 实习生 6个月
    机器人> 「账号期限」由人力资源、集团行政人事部使用。…
    """)
