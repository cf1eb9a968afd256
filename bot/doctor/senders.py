"""Whether people arrive under ids that the directory knows (D-101521): a bot made by an ordinary member gets others."""

from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.doctor._remedies import BOT_PAGE
from bot.identifiers import is_encrypted

AREA: Final = Area.BOT
NAME: Final = "发消息的人"
NOT_PEOPLE: Final = frozenset({"sys"})
MADE_AGAIN: Final = f"请超级管理员在{BOT_PAGE} 重新创建机器人；或配置 [wecom.app] 由应用换算；或用 qunwu identity 登记"


async def check(patient: Patient) -> list[Finding]:
    """Nothing where there is no directory yet, or the database has its own trouble."""
    if patient.diagnosis is None:
        return []
    try:
        _, people = await patient.diagnosis.directory()
        strangers = [sender for sender in await patient.diagnosis.strangers() if sender not in NOT_PEOPLE]
    except Exception:  # the check of the database says what is wrong with it
        return []
    encrypted = [sender for sender in strangers if is_encrypted(sender)]
    if encrypted:
        return [
            fail(NAME, f"有 {len(encrypted)} 人的账号是加密的，还不知道是谁：创建机器人的人不是超级管理员", MADE_AGAIN)
        ]
    if not people:
        return []
    if strangers:
        return [
            warn(
                NAME,
                f"有 {len(strangers)} 人不在通讯录里，他们用不了需要身份的命令",
                "扩大应用可见范围，或用 qunwu import 补上",
            )
        ]
    return [ok(NAME, "都在通讯录里")]
