"""The administrators hear whose roles have changed: once, on a working day, and nothing at the first look."""

from collections.abc import Sequence

import pytest

from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from scheduler.role_changes import look
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (look,)


async def before(chat: Chat, **others: list[str]) -> None:
    """It was as it is, but for these."""
    held = {role: set(holders) for role, holders in chat.company.grants.items() if role is not Role.INTERN}
    held |= {Role(role): set(map(UserId, users)) for role, users in others.items()}
    by = Act("job:role-changes", "role-changes", "", "test", chat.clock.now())
    await chat.core.records.role_holders.keep({role: users for role, users in held.items() if users}, by=by)


async def test_the_first_look_only_learns(chat: Chat) -> None:
    await chat.play("""
        ⏰ 2026-11-23 12:00
        ⏰ 2026-11-24 12:00
    """)
    assert (await chat.core.records.role_holders.known())[Role.WECOM_ADMIN] == {"wuguan"}


async def test_a_change_is_told_once(chat: Chat) -> None:
    await before(chat, hr=["zhoumin", "lisi"], legal=[], mgmt_group=["zhoumin", "wangqiang", "wangwu"])
    await chat.play("""
        ⏰ 2026-11-23 12:00
        机器人→吴管> 通讯录或配置变了，这些角色也跟着变了：
        · 人力资源：多了李娜；少了李四
        · 管理小组：少了王五
        · 法务：多了林宓
        不对的话，请改通讯录里的职务、部门负责人和标签，或者配置里的 [roles]。
        ⏰ 2026-11-24 12:00
    """)


async def test_rest_days_are_quiet(chat: Chat) -> None:
    await chat.play("⏰ 2026-11-27 12:00")
    await before(chat, legal=[])
    await chat.play("""
        ⏰ 2026-11-29 12:00
        ⏰ 2026-11-30 12:00
        机器人→吴管> 通讯录或配置变了，这些角色也跟着变了：
        · 法务：多了林宓
        不对的话，请改通讯录里的职务、部门负责人和标签，或者配置里的 [roles]。
    """)


async def test_who_is_gone_from_the_records_is_counted(chat: Chat) -> None:
    await before(chat, ops=["xiaoyunying", "nobody"], legal=["linmi", "nobody", "lisi"])
    await chat.play("""
        ⏰ 2026-11-23 12:00
        机器人→吴管> 通讯录或配置变了，这些角色也跟着变了：
        · 运营：少了 1 人
        · 法务：少了李四等 2 人
        不对的话，请改通讯录里的职务、部门负责人和标签，或者配置里的 [roles]。
    """)
