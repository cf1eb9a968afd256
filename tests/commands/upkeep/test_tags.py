"""Tags in chat: what is refused, and what people ask."""

from dataclasses import replace

from bot.domain.granting import Rule
from bot.domain.rights import Role
from bot.storage.engine.database import Database
from tests.chat import Chat


async def test_what_is_not_of_work_and_what_is_not_whole_changes_nothing(chat: Chat) -> None:
    await chat.play("""
        吴管> /标签
        机器人> 还没有标签。打标签发 /标签 加 标签名 @同事。
        吴管> /标签 加 高血压病 @张三
        机器人> 标签只写和工作有关的事：岗位、班次、项目、证书。「高血压病」里的「病」不是，请换一个。
        吴管> /标签 加 叉车证
        机器人> 给谁？请 @ 对方，例如 /标签 加 叉车证 @张三。…
        吴管> @张三
        机器人> 已打上「叉车证」：张三。…
        吴管> /标签 加
        机器人> 哪个标签？例如 /标签 加 高处作业证 @张三。…
        吴管> /标签 去 高处作业 @张三
        机器人> 没有「高处作业」这个标签。看全部发 /标签。
    """)


async def test_who_bears_what(chat: Chat) -> None:
    await chat.play("""
        吴管> /标签 加 叉车证 @张三
        机器人> 已打上「叉车证」：张三。…
        吴管> /标签 添加 叉车证 @张三
        机器人> 张三已经有「叉车证」了。
        吴管> /标签 @张三
        机器人> 张三：叉车证。
        吴管> /标签 谁有 叉车证
        机器人> 叉车证（1 人）：张三。
        吴管> /标签 去 叉车证 @李四
        机器人> 李四没有「叉车证」，什么都没有改动。
        张三> /标签 加 叉车证 @张三
        机器人> 「标签」由企业微信管理员、运营、页面管理员使用。发 /帮助 看看你能用什么。
    """)


async def test_a_tag_that_gives_a_right_is_never_given_in_chat(database: Database) -> None:
    chat = await Chat.open(
        database,
        company=lambda each: replace(each, role_rules={**each.role_rules, Role.HR: Rule(tags=("人事专员",))}),
    )
    words = "这个标签带着权限，我不改，谁来要都一样。请企业微信管理员到管理后台的通讯录里改。"
    await chat.play(f"""
        吴管> /标签 加 人事专员 @吴管
        机器人> 「人事专员」{words}
        吴管> /标签 去 人事专员 @李娜
        机器人> 「人事专员」{words}
    """)
    await chat.close()
