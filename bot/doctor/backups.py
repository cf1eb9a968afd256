"""Whether there is a backup of last night, whether one was ever restored, and whether its key lies elsewhere too."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.domain.upkeep.backups import REHEARSED_WITHIN, SOON_ENOUGH, Backup, BackupState
from bot.storage.backups.keys import backup_key_path
from bot.storage.engine.diagnosis import sqlite_path
from bot.storage.privacy.key_file import HOW

AREA: Final = Area.DATABASE
NAME: Final = "备份"


async def check(patient: Patient) -> list[Finding]:
    settings = patient.settings.backup
    if not settings.nightly:
        return [warn(NAME, "没有开每天自动备份", "在 [backup] 写 nightly = true")]
    key = None if settings.keys else backup_key_path(patient.settings.database.url)
    if not settings.keys and key is None:
        return [warn(NAME, "没有密钥，备份没法加密", f"在 [backup] 填 secret_file，{HOW}")]
    if settings.folder is None and sqlite_path(patient.settings.database.url) is None:
        return [warn(NAME, "没有填放备份的文件夹", "在 [backup] 填 folder，只有机器人能读的")]
    backups = await patient.diagnosis.backups() if patient.diagnosis else None
    if not backups:
        return [ok(NAME, f"每天 {settings.at:02}:00 备份，还没有到第一次"), *_key(key)]
    return [_last(backups, await patient.now()), *_key(key)]


def _last(backups: Sequence[Backup], now: datetime) -> Finding:
    """`backups`: the newest first."""
    made = [each for each in backups if each.state is BackupState.MADE]
    if backups and backups[0].state is BackupState.FAILED:
        return fail(NAME, f"最近一次没有成功：{backups[0].problem}", "处理好以后在聊天里发 /备份 现在")
    if not made:
        return warn(NAME, "还没有备份过", "在聊天里发 /备份 现在，或者运行 qunwu backup")
    if (at := made[0].taken_at) and now - at > SOON_ENOUGH:
        return fail(NAME, f"最近一次是 {at.astimezone(now.tzinfo):%m-%d %H:%M}", "看机器人夜里有没有在跑")
    if made[0].copied is False:
        return warn(NAME, made[0].problem or "没能另存一份", "看 [backup] copy_to 的文件夹能不能写")
    if not any(each.restored_at and now - each.restored_at < REHEARSED_WITHIN for each in made):
        return warn(NAME, "有备份，最近没有演练过恢复", "在聊天里发 /备份 演练")
    return ok(NAME, f"最近一次在 26 小时内，留着 {len(made)} 份，恢复演练过")


def _key(path: Path | None) -> list[Finding]:
    if path is None or not path.exists():
        return []
    advice = "另存一份到别处，没有它谁也打不开备份；或改用 [backup] secret_file"
    return [warn("备份密钥", f"{path} 和数据库放在一起", advice)]
