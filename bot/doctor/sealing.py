"""Whether there is a key for what is kept encrypted, whether others can read it, and whether it opens what there is."""

from typing import Final

from bot.doctor._finding import Area, Finding, fail, ok, warn
from bot.doctor._patient import Patient
from bot.errors import ConfigError
from bot.storage.privacy.key_file import HOW, key_path, seal_for

AREA: Final = Area.DATABASE
NAME: Final = "加密密钥"


async def check(patient: Patient) -> list[Finding]:
    url, keys = patient.settings.database.url, patient.settings.privacy.keys
    path = key_path(url)
    if not keys and path and not path.exists():
        return [ok(NAME, f"还没有，第一次启动时在 {path} 生成")]
    if not keys and path is None:
        return [warn(NAME, "没有配置，用的是和数据放在同一个数据库里的密钥", f"在 [privacy] 填 secret_file，{HOW}")]
    kept = await patient.diagnosis.kept_keys() if patient.diagnosis else ()
    try:
        opens = await patient.diagnosis.opens(seal_for(url, (*keys, *kept))) if patient.diagnosis else True
    except ConfigError as error:
        return [fail(NAME, error.problems[0], "从备份恢复这个文件，它的所有者要是运行机器人的用户")]
    if not opens:
        return [fail(NAME, "打不开已经存下的内容", "把原来的密钥加回 [privacy] secret，一行一个，新的在前")]
    return [ok(NAME, "已经配置")] if keys else [_beside(path)]


def _beside(path: object) -> Finding:
    return warn(NAME, f"{path} 和数据库放在一起", "另存一份到别处；要防整个目录被拷走，改用 [privacy] secret_file")
