from dataclasses import replace

from bot.domain.company import Company
from bot.domain.granting import by_account
from bot.domain.rights import Role
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.sample_settings import with_sample


async def test_each_step_is_taken_back(chat: Chat) -> None:
    await chat.play("""
        吴管> /设置 用户支持 张三
        机器人→张三> 吴管 把你设为用户支持（PZ-20261122-001）。发 /我的权限 看能做什么；不对请告诉企业微信管理员。
        机器人> 「用户支持」从 空 改成 张三，已经生效（PZ-20261122-001）。
        吴管> /设置
        机器人> [卡片] 设置 1/6：谁担任什么 12 个角色有人，…
        吴管> 按 [改回去]
        机器人> [卡片] 设置 1/6：谁担任什么 「用户支持」从 张三 改成 空，已经生效（PZ-20261122-002）。 …
        吴管> 按 [改回去]
        机器人> [卡片] 没有办成 这一步没有能直接改回去的。…
        吴管> /设置 违规制度
        机器人> [卡片] 设置 3/6：违规制度 都是默认的。 …
        吴管> 选 [E1制度] 按 [改这一项]
        机器人> [卡片] E1制度：同默认 集团高管工作群（E1）按哪份制度。选好按「就用它」。 (同默认|D2|D3|…
        吴管> 选 [D3] 按 [就用它]
        机器人> [卡片] 设置 3/6：违规制度 「E1制度」从 同默认 改成 D3，已经生效（PZ-20261122-003）。 …
        吴管> 按 [改回去]
        机器人> [卡片] 设置 3/6：违规制度 「E1制度」从 D3 改成 同默认，已经生效（PZ-20261122-004）。 …
        吴管> /设置 时间安排
        机器人> [卡片] 设置 4/6：时间安排 都是默认的。 …
        吴管> 选 [每周群情况] 按 [改这一项]
        机器人> [卡片] 每周群情况：开 …
        吴管> 选 [关] 按 [就用它]
        机器人> [卡片] 设置 4/6：时间安排 「每周群情况」从 开 改成 关，…
        吴管> 按 [改回去]
        机器人> [卡片] 设置 4/6：时间安排 「每周群情况」从 关 改成 开，…
    """)
    assert chat.company.figures.weekly
    assert not chat.company.grants.get(Role.SUPPORT)


async def test_holidays_are_taken_back_too(chat: Chat) -> None:
    await chat.play("""
        吴管> /设置 放假
        机器人> [卡片] 设置 5/6：放假 放假安排：2026年有，2027年还没有。公布以后人力资源发 /导入放假。都是默认的。 …
        吴管> 选 [假期地区] 按 [改这一项]
        机器人> [卡片] 设置：假期地区 现在是 全国。按哪个省市的规定算假。假期地区改成什么？直接回复，…
        吴管> 火星
        机器人> 「假期地区」不能设成 火星：没有「火星」的假期规定，现有：全国、上海、四川、广东、江苏、河南、…
        吴管> /设置 假期地区 广东
        机器人> 「假期地区」从 全国 改成 广东，已经生效（PZ-20261122-001）。
        吴管> /设置 放假
        机器人> [卡片] 设置 5/6：放假 …
        吴管> 按 [改回去]
        机器人> [卡片] 设置 5/6：放假 「假期地区」从 广东 改成 全国，已经生效（PZ-20261122-002）。 …
    """)


async def test_it_is_left_and_taken_up_again(chat: Chat) -> None:
    await chat.play("""
        吴管> /设置
        机器人> [卡片] 设置 1/6：谁担任什么 …
        吴管> 按 [下一步]
        机器人> [卡片] 设置 2/6：工作群 登记了 6 个群，都能收到消息。登错了发 /绑定 群名 解除。 …
        吴管> 按 [跳过]
        机器人> [卡片] 设置 3/6：违规制度 …
        ⏰ 2026-11-22 15:00
        吴管> /设置
        机器人> [卡片] 设置 3/6：违规制度 …
        吴管> /设置 看结果
        机器人> [卡片] 设置 6/6：看结果 谁担任什么 ✓，工作群 跳过，违规制度 没做，时间安排 没做，放假 没做，…
    """)


async def test_the_file_that_comes_of_it(chat: Chat) -> None:
    await chat.play("""
        吴管> /设置 静默开始 21:30
        机器人> 「静默开始」从 21:00 改成 21:30，已经生效（PZ-20261122-001）。
        吴管> /设置 看结果
        机器人> [卡片] 设置 6/6：看结果 …
        吴管> 按 [发配置文件]
        机器人→吴管> 聊天里改过的，写成配置文件是：
        [notices]
        quiet_from = "21:30"
        机器人→吴管> [文件 config.toml] 完整的配置，密钥留在原来的文件里，没有写在这里。
        机器人> [卡片] 设置 6/6：看结果 发在下面了。 …
        吴管> 按 [完成]
        机器人> [卡片] 设置 第一次设置已经完成。…
        吴管> /设置
        机器人> 第一次设置已经完成。…
        吴管> /设置 静默开始 22:00
        机器人→钱卫东> [卡片] 吴管 申请「静默开始」从 21:30 改成 22:00 …
        机器人→孙丽> [卡片] …
        机器人→赵国强> [卡片] …
        机器人> 已提交 …
    """)


async def test_a_role_for_oneself_or_of_somebody_else_needs_a_leader(chat: Chat) -> None:
    await chat.play("""
        吴管> /设置 用户支持 我
        机器人→钱卫东> [卡片] 吴管 申请「用户支持」加上 吴管 …
        机器人→孙丽> [卡片] …
        机器人→赵国强> [卡片] …
        机器人> 已提交 PZ-20261122-001：…
        吴管> /设置 安全管理员 王五
        机器人→钱卫东> [卡片] 吴管 申请「安全管理员」加上 王五，去掉 陈安 …
        机器人→孙丽> [卡片] …
        机器人→赵国强> [卡片] …
        机器人> 已提交 PZ-20261122-002：…
    """)


def just_installed(company: Company) -> Company:
    """The file names its administrator, and nobody else."""
    bare = replace(company, groups=(), role_rules=by_account({Role.WECOM_ADMIN: company.holders(Role.WECOM_ADMIN)}))
    return with_sample(bare)


async def test_from_nothing_to_leaders(database: Database) -> None:
    chat = await Chat.open(database, company=just_installed)
    await chat.play("""
        吴管> /设置
        机器人> [卡片] 设置 1/6：谁担任什么 …
        吴管> 选 [集团高管] 按 [指定人]
        机器人> [卡片] 设置：集团高管 现在是 空。按职务、部门、标签给的角色写在配置文件里，这里只按人给。谁担任…
        吴管> 孙丽 和 赵国强
        机器人→孙丽> 吴管 把你设为集团高管（PZ-20261122-001）。…
        机器人→赵国强> 吴管 把你设为集团高管（PZ-20261122-001）。…
        机器人> 「集团高管」从 空 改成 孙丽、赵国强，已经生效（PZ-20261122-001）。
        吴管> /设置
        机器人> [卡片] 设置 1/6：谁担任什么 …
        吴管> 按 [下一步]
        机器人> [卡片] 设置 2/6：工作群 还没有登记工作群。在群里发「@我 /登记群 类型 群名」，…
    """)
    assert set(chat.company.grants[Role.EXECUTIVE]) == {chat.user("孙丽"), chat.user("赵国强")}
    await chat.close()


async def test_a_press_of_another_card_changes_nothing(chat: Chat) -> None:
    await chat.play("""
        吴管> /设置 违规制度
        机器人> [卡片] 设置 3/6：违规制度 …
        吴管> 按 [改这一项]
        机器人> [卡片] 设置 3/6：违规制度 还没有选是哪一项。 …
    """)
    await chat.press("吴管", chat.newest_card, "nonsense")
    assert [each.words for each in chat.said()] == [
        "[卡片] 没有办成 没看懂这个按钮，什么都没有改动。发 /设置 再看一遍。"
    ]
