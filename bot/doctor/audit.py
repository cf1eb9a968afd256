"""Whether the trail is chained: a key that only its owner reads, a chain that is not behind, and guards in place."""

from pathlib import Path
from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.errors import ConfigError
from bot.storage.audit.audit_key import audit_key_path, ring_for
from bot.storage.engine.diagnosis import Diagnosis
from bot.storage.privacy.key_file import HOW

AREA: Final = Area.DATABASE
NAME: Final = "审计链"
OTHERS: Final = 0o077
NO_KEY: Final = fail(NAME, "没有密钥，操作记录没有接上链，改了也看不出来", f"在 [audit] 填 secret_file，{HOW}")
NO_HEADS: Final = warn(NAME, "链头没有放到别处，末尾被截掉看不出来", "在 [audit] 写 post = true，或填 head_file")


async def check(patient: Patient) -> list[Finding]:
    url, keys = patient.settings.database.url, patient.settings.audit.keys
    path = None if keys else audit_key_path(url)
    if path and not path.exists():
        return [await _no_file(patient, path)]
    try:
        ring = ring_for(url, keys)
    except ConfigError as error:
        return [fail(NAME, error.problems[0], "从备份恢复这个文件，它的所有者要是运行机器人的用户")]
    if ring is None:
        return [NO_KEY]
    if path and path.stat().st_mode & OTHERS:
        return [fail(NAME, f"{path} 别的用户也能读", f"运行 chmod 600 {path}")]
    if patient.diagnosis and (found := await _chain(patient, patient.diagnosis, ring.names)):
        return [found]
    if patient.settings.audit.head_file is None and not patient.settings.audit.post:
        return [NO_HEADS]
    return [_beside(path) if path else ok(NAME, "已经配置密钥，操作记录都接上了")]


async def _no_file(patient: Patient, path: Path) -> Finding:
    """Before the first start it isn't there yet; later the bot would make another one, which opens nothing."""
    if patient.diagnosis and await patient.diagnosis.is_chained() and await patient.diagnosis.audit_keys():
        return fail(NAME, f"密钥 {path} 不见了，以前的记录没法核对", "先别启动机器人，从备份恢复这个文件")
    return ok(NAME, f"密钥还没有，第一次启动时在 {path} 生成")


async def _chain(patient: Patient, diagnosis: Diagnosis, names: frozenset[str]) -> Finding | None:
    if not await diagnosis.is_chained():
        return None  # the tables are made at the first start
    if missing := await diagnosis.missing_guards():
        advice = "先运行 qunwu verify-audit 核对，再重新启动机器人，启动时会补上"
        return fail(NAME, f"数据库里拦住修改的触发器少了 {'、'.join(missing)}", advice)
    known = names | await diagnosis.written_off()
    if lost := [each for each in await diagnosis.audit_keys() if each not in known]:
        advice = "把原来的密钥加回 [audit] secret，一行一个，新的在前；确实丢了，用 qunwu verify-audit --lost-key 登记"
        return fail(NAME, f"有的记录是用另一把密钥（{'、'.join(lost)}）签的，现在没法核对", advice)
    late = patient.settings.audit.rules().late
    since = await diagnosis.unlinked_since()
    if since and (behind := await patient.now() - since) > late:
        advice = "看机器人有没有在跑，日志里有没有 audit.broken；再运行 qunwu verify-audit"
        return fail(NAME, f"有操作记录 {behind.total_seconds() // 60:.0f} 分钟还没接上", advice)
    return None


def _beside(path: Path) -> Finding:
    return warn(NAME, f"密钥 {path} 和数据库放在一起", "另存一份到别处；要防整个目录被改，改用 [audit] secret_file")
