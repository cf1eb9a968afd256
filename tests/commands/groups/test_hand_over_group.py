"""Another owner for a group: who may say so, to whom it may go, and that nothing happens without a yes."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.errors import Code, UserError
from bot.identifiers import ChatId, UserId
from bot.shapes.job import Job
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from scheduler.group_errands import run_errands
from tests.app_groups import AppGroups
from tests.chat import Chat
from tests.commands.groups.reading import COMPANY, read

ROOM = ChatId("room1")


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (run_errands,)


@pytest.mark.parametrize(
    "line",
    [
        "/转让群主 项目A工作群 @王强",
        "/转让群主 @王强 项目A工作群",
        "把项目A工作群的群主转给王强",
        "项目A工作群的群主换成王强",
        "让王强当项目A工作群的群主",
        "项目A工作群的群主让王强来当",
        "转让群主给王强，项目A工作群",
    ],
)
def test_always_asked_back(line: str) -> None:
    understood = read(line, "郑群")
    assert (understood.command.name, understood.needs_confirm) == ("转让群主", True)
    assert understood.explained() == {"group": "项目A工作群", "target": "王强"}


@pytest.mark.parametrize(
    ("line", "sender", "code"),
    [
        ("/转让群主 项目A工作群 @王强", "张三", Code.NO_PERMISSION),
        ("/转让群主 项目A工作群 @王强", "郭涛", Code.NO_PERMISSION),
        ("/转让群主 集团高管工作群 @孙丽", "郑群", Code.NOT_FOUND),
        ("/转让群主 项目A工作群 @我", "郑群", Code.SELF_TARGET),
        ("/转让群主 项目A工作群 @李四", "郑群", Code.TARGET_NOT_IN_GROUP),
        ("/转让群主 项目A工作群 @刘洋", "郑群", Code.AMBIGUOUS_PERSON),
        ("/转让群主 项目A工作群", "郑群", Code.MISSING_ARG),
    ],
)
def test_refusals(line: str, sender: str, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        read(line, sender)
    assert refused.value.code is code


def owned(company: Company) -> Company:
    """The app made 项目A工作群, and 张三 owns it."""
    changed = [_owned(group) if group.id == "projecta" else group for group in company.groups]
    return replace(company, groups=tuple(changed))


def _owned(group: Group) -> Group:
    return replace(group, owner=UserId("zhangsan"), app_chat=ROOM)


def test_who_owns_it_already() -> None:
    with pytest.raises(UserError) as refused:
        read("/转让群主 项目A工作群 @张三", "郑群", company=owned(COMPANY))
    assert refused.value.code is Code.DUPLICATE


async def test_the_owner_himself_by_the_app(database: Database, jobs: Sequence[Job]) -> None:
    app = AppGroups.of(owned(COMPANY).groups)
    chat = await Chat.open(database, jobs=jobs, sources=Sources(rooms=app), company=owned)
    await chat.play("""
        张三> /转让群主 项目A工作群 @王强
        机器人> [卡片] 确定要转让群主 项目A工作群 @王强吗？ 10:30 前有效 [确认] [算了]
        张三> 按 [确认]
        机器人> [卡片] 已确认：转让群主 项目A工作群 @王强 ZR-20261122-001 正在把项目A工作群的群主转给…
        ⏰ 2026-11-22 10:00
        机器人→张三> ZR-20261122-001 项目A工作群的群主已转给 王强，由应用办的。
        机器人→王强> 项目A工作群的群主现在是你（ZR-20261122-001）。
        张三> /转让群主 项目A工作群 @郑群
        机器人> 项目A工作群的事由群主、群管理员或集团行政人事部来办（《企业微信管理制度》第十条）。请找他们。
    """)
    assert app.rooms[ROOM].owner == "wangqiang"
    await chat.close()


async def test_who_loses_it_hears_of_it_where_others_asked(database: Database, jobs: Sequence[Job]) -> None:
    """Else a keeper could give somebody's group away behind his back."""
    app = AppGroups.of(owned(COMPANY).groups)
    chat = await Chat.open(database, jobs=jobs, sources=Sources(rooms=app), company=owned)
    await chat.play("""
        郑群> /转让群主 项目A工作群 @王强
        机器人> …
        郑群> 按 [确认]
        机器人> …
        ⏰ 2026-11-22 10:00
        机器人→郑群> …
        机器人→王强> …
        机器人→张三> 项目A工作群的群主已从你转给 王强（郑群 要求，ZR-20261122-001）。你不知情的话，…
    """)
    await chat.close()


async def test_one_at_a_time(chat: Chat) -> None:
    await chat.play("""
        郑群> /转让群主 项目A工作群 @王强
        机器人> …
        郑群> 按 [确认]
        机器人> …
        李娜> /转让群主 项目A工作群 @张三
        机器人> …
        李娜> 按 [确认]
        机器人> [卡片] 没有办成 项目A工作群的群主正在转给 王强，等它办完再转。
    """)
