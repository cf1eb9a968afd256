"""What is told of a group, to whom and where."""

from tests.chat import Chat

PUBLIC = """项目A工作群（项目公司工作群）
    谁能进：成员限总裁、常务副总裁和这个项目公司的员工（生产部）。依据：《企业微信工作群管理办法》第四条
    群管理员：郑群
    成员 9 人。"""


async def test_in_the_group_itself_what_everybody_may_know(chat: Chat) -> None:
    await chat.play(f"""
    郑群@项目A工作群> 这个群是谁管的
    机器人@项目A工作群> {PUBLIC}
    """)


async def test_of_another_group_in_private(chat: Chat) -> None:
    await chat.play(f"""
    李四@项目B工作群> /群信息 项目A工作群
    机器人@项目B工作群> 已私聊你。
    机器人→李四> {PUBLIC}
    你不在群里，按规定可以进：发 /入群 项目A工作群。
    """)


async def test_whoever_oversees_it_sees_how_it_is_bound(chat: Chat) -> None:
    await chat.play(f"""
    郑群> /群信息 项目A工作群
    机器人> {PUBLIC}
    你在群里，是群管理员。
    接通：智能机器人听得到 @我，消息推送能发通知。
    下次梳理：12月1日(周二)
    用途还没有写，补一句：/登记群 项目A工作群 用途：…
    """)


async def test_who_does_not_fit_is_told_the_way_on(chat: Chat) -> None:
    await chat.play(f"""
    王五> /群信息 项目A工作群
    机器人> {PUBLIC}
    你不在群里，按规定不在成员范围里；确有需要，发 /入群 项目A工作群 申请例外。
    """)


async def test_a_private_group_is_not_there_for_others(chat: Chat) -> None:
    """The same answer as for a group that nobody has."""
    await chat.play("""
    张三> /群信息 集团高管工作群
    机器人> 没有找到「集团高管工作群」。你说的是集团工作群吗？请写全群名再发一次。
    张三> /群信息 集团高手工作群
    机器人> 没有找到「集团高手工作群」。你说的是集团工作群吗？请写全群名再发一次。
    """)


async def test_guests_and_a_group_nobody_knows_the_members_of(chat: Chat) -> None:
    await chat.play("""
    冯销> /群信息 项目A营销微信平台
    机器人> 项目A营销微信平台（项目营销微信平台）
    谁能进：成员限营销人员和客户。依据：《企业微信工作群管理办法》第四条
    群管理员：冯销
    成员名单还不知道，外部成员 1 人。
    你在群里，是群管理员。
    接通：客户群，加不了智能机器人；名单和群昵称我能读。
    下次梳理：12月1日(周二)
    用途还没有写，补一句：/登记群 项目A营销微信平台 用途：…
    """)


async def test_without_a_name_in_private_it_asks(chat: Chat) -> None:
    await chat.play("""
    张三> /群信息
    机器人> 哪个群？写上群名。直接回复就行，10:10 前有效；不办了就回「算了」。
    张三> 项目B群
    机器人> 项目B工作群（项目公司工作群）…
    """)


async def test_a_review_that_is_going_on(chat: Chat) -> None:
    await chat.play(f"""
    郑群> /梳理 项目A工作群
    机器人→郑群> …
    机器人> …
    郑群> /群信息 项目A工作群
    机器人> {PUBLIC}
    你在群里，是群管理员。
    接通：智能机器人听得到 @我，消息推送能发通知。
    梳理 SL-20261122-001 进行中，…
    """)


async def test_in_a_chat_that_nobody_registered(chat: Chat) -> None:
    await chat.play("""
    张三@街坊群> 这个群是干什么的
    机器人@街坊群> 这个群还没有登记，所以还不能办。请在群里 @我 发 /登记群。
    张三@街坊群> /群能力
    机器人@街坊群> 这个群还没有登记，所以还不能办。请在群里 @我 发 /登记群。
    """)
