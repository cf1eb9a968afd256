"""Tags by rule, and WeCom's after ours: made once, written as the rule says, and never a tag of somebody else."""

from dataclasses import replace

from bot.domain.accounts.works import Write
from bot.domain.company import Company
from bot.domain.granting import Rule
from bot.domain.rights import Role
from bot.domain.tags.rules import TagRule, TagRules, TagTerms
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from scheduler.tag_sync import sync_tags
from tests.app_tags import AppTags
from tests.chat import Chat

NIGHT = "⏰ 2026-11-23 04:25"
NEXT = "⏰ 2026-11-24 04:25"
STAFF = TagRule("生产一线", departments=("生产部",))


async def opened(database: Database, app: AppTags, *rules: TagRule, write: Write = Write.ON) -> Chat:
    def ruled(company: Company) -> Company:
        roles = {**company.role_rules, Role.SUPPORT: Rule(tags=("客服",))}
        return replace(company, tags=TagRules(write, 30, rules), role_rules=roles)

    return await Chat.open(database, jobs=[sync_tags], sources=Sources(tags=app), company=ruled)


def app_of(*, writes: bool = True) -> AppTags:
    return AppTags(TagTerms(writes=writes, ask_share=30, never=frozenset({"客服"})))


def staff(chat: Chat) -> set[str]:
    return {str(user) for user in chat.company.staff_of("生产部") if chat.company.is_here(user)}


async def test_a_rule_makes_its_tag_and_gives_it(database: Database) -> None:
    app = app_of()
    chat = await opened(database, app, STAFF)
    await chat.play(f"{NIGHT}\n{NEXT}")
    assert app.of("生产一线") == staff(chat)
    assert app.asked == ["create 生产一线", f"add 生产一线 {len(staff(chat))}"]
    await chat.close()


async def test_what_is_said_in_chat_is_written_soon(database: Database) -> None:
    app = app_of()
    chat = await opened(database, app)
    await chat.play("""
        吴管> /标签 加 高处作业证 @张三 @李四
        机器人> 已打上「高处作业证」：张三、李四。
        ⏰ 2026-11-22 12:00
    """)
    assert app.of("高处作业证") == {"zhangsan", "lisi"}
    app.bearers[1] |= {"wangqiang"}  # in the console
    await chat.play("""
        吴管> /标签 去 高处作业证 @李四
        机器人> 已去掉「高处作业证」：李四。
        ⏰ 2026-11-22 13:00
    """)
    assert app.of("高处作业证") == {"zhangsan", "wangqiang"}
    await chat.close()


async def test_somebody_elses_tag_is_left_alone_and_said_once(database: Database) -> None:
    app = app_of()
    app.by_hand("生产一线", ["lisi"])
    chat = await opened(database, app, STAFF)
    await chat.play(f"""
        {NIGHT}
        机器人→吴管> [卡片] 企业微信标签 「生产一线」先不写了：企业微信里已经有同名的标签，不是我建的，我不改。 [重新试]
        {NEXT}
    """)
    assert app.asked == []
    assert app.of("生产一线") == {"lisi"}
    await chat.close()


async def test_a_tag_that_wecom_keeps_from_us_is_left_until_somebody_says_so(database: Database) -> None:
    app = app_of()
    app.answers = [Outcome(Verdict.DONE), Outcome(Verdict.REFUSED, 81011)]
    chat = await opened(database, app, STAFF)
    await chat.play(f"""
        {NIGHT}
        机器人→吴管> [卡片] 企业微信标签 「生产一线」先不写了：企业微信说这个标签不归我改。 [重新试]
        {NEXT}
        吴管> 按 [重新试]
        机器人> [卡片] 企业微信标签 「生产一线」重新试，马上去办。
        ⏰ 2026-11-24 04:30
    """)
    assert app.of("生产一线") == staff(chat)
    await chat.close()


async def test_who_died_after_making_it_makes_no_second_one(database: Database) -> None:
    app = app_of()
    app.answers = [Outcome(Verdict.UNKNOWN)]
    chat = await opened(database, app, STAFF)
    await chat.play(NEXT)
    assert [each for each in app.asked if each.startswith("create")] == ["create 生产一线"]
    assert app.of("生产一线") == staff(chat)
    await chat.close()


async def test_many_lose_a_tag_only_after_a_yes(database: Database) -> None:
    app = app_of()
    chat = await opened(database, app, STAFF)
    await chat.play(NIGHT)
    other = next(each for each in chat.company.people if str(each.user_id) not in staff(chat))
    narrowed = TagRules(Write.ON, 30, (replace(STAFF, titles=("没有这个职务*",)),))
    had = app.of("生产一线")
    assert len(had) > 3
    chat.core.book._company = replace(chat.company, tags=narrowed)
    await chat.core.records.jobs.hasten("tag-sync", chat.clock.now())
    await chat.advance(chat.clock.time.replace(hour=5))
    (card,) = chat.said()
    assert (card.to, app.of("生产一线")) == ("吴管", had)
    assert f"一次要去掉 {len(had)} 人" in card.words
    await chat.play("""
        吴管> 按 [照这样去掉]
        机器人> [卡片] 企业微信标签 「生产一线」照这样去掉，马上去办。
        ⏰ 2026-11-23 06:00
    """)
    assert app.of("生产一线") == set()
    assert other
    await chat.close()


async def test_a_rehearsal_writes_nothing_and_tells_once(database: Database) -> None:
    app = app_of(writes=False)
    chat = await opened(database, app, STAFF, write=Write.TRY)
    await chat.play(f"""
        {NIGHT}
        机器人→吴管> 标签试运行，企业微信里什么都没有改：
        · 「生产一线」会新建，加 {len(staff(chat))} 人
        {NEXT}
    """)
    assert app.asked == []
    await chat.close()


async def test_a_tag_that_becomes_one_of_a_role_is_not_written_any_more(database: Database) -> None:
    app = app_of()
    chat = await opened(database, app)
    await chat.play("""
        吴管> /标签 加 班组长 @张三
        机器人> 已打上「班组长」：张三。
        ⏰ 2026-11-22 12:00
    """)
    app.names[1] = "客服"  # renamed in the console into one that gives a role
    await chat.play("""
        吴管> /标签 加 班组长 @李四
        机器人> 已打上「班组长」：李四。
        ⏰ 2026-11-22 13:00
        机器人→吴管> [卡片] 企业微信标签 「班组长」先不写了：带着机器人里的权限，我不写。 [重新试]
    """)
    assert app.of("客服") == {"zhangsan"}
    await chat.close()


async def test_a_rule_that_names_what_there_is_not_does_nothing(database: Database) -> None:
    app = app_of()
    chat = await opened(database, app, replace(STAFF, departments=("没有部",)))
    await chat.play(f"""
        {NIGHT}
        吴管> /标签
        机器人> 标签
        生产一线：规则里的「没有部」找不到，先没有动
        看是谁发 /标签 谁 标签名。
    """)
    assert app.asked == []
    await chat.close()
