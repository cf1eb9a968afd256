"""What the bot says of itself in groups of each kind."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.identifiers import ChatId, GroupId
from bot.storage.engine.database import Database
from tests.chat import Chat

ALWAYS = "设企业微信里的群管理员、禁言、发群公告和置顶、撤回群里的消息（发消息的人自己撤回）"


async def test_a_customer_group(chat: Chat) -> None:
    await chat.play(f"""
    冯销> /群能力 项目A营销微信平台
    机器人> 项目A营销微信平台：
    我自己办：在群里发通知、看谁在群里、看群昵称。
    我请人办（发卡片、催办、记下谁办的）：拉同事进群、移人出群、改群名、转让群主、解散群、拉外部联系人进群。
    要你们自己办：{ALWAYS}。
    企业微信不让任何程序办：听群里 @我 的话、听没有 @我 的话。
    客户群里加不了智能机器人，事情请私聊我办。
    """)


async def test_a_group_of_the_apps_that_nobody_paired(database: Database) -> None:
    def changed(company: Company) -> Company:
        made = Group(GroupId("C"), "项目C工作群", "E4", app_chat=ChatId("qwC"))
        return replace(company, groups=(*company.groups, made))

    chat = await Chat.open(database, jobs=(), company=changed)
    await chat.play(f"""
    郑群@项目A工作群> /群能力 项目C工作群
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> 项目C工作群：
    我自己办：在群里发通知、拉同事进群、移人出群、改群名、转让群主、看谁在群里。
    我请人办（发卡片、催办、记下谁办的）：解散群、拉外部联系人进群。
    要你们自己办：听群里 @我 的话（先把我加进群）、看群昵称（各人自己报，或群管理员贴给我：/昵称报告）、{ALWAYS}。
    企业微信不让任何程序办：听没有 @我 的话。
    想让我听得到 @我：把我加进群，再发 /绑定 项目C工作群。
    """)
    await chat.close()


async def test_of_a_group_he_may_not_know_of_nothing_is_said(chat: Chat) -> None:
    await chat.play("""
    张三> /群能力 集团高管工作群
    机器人> 没有找到「集团高管工作群」。…
    """)
