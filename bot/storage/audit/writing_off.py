"""A key of the chain is gone for good: that is put down under the key in use, with the digest of all that it signed."""

from datetime import datetime

from bot.domain.audit.breaks import Wrong
from bot.domain.audit.links import Keyring
from bot.domain.audit.lost import MOST_WHY, Lost
from bot.errors import ConfigError
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.audit.chain import SUBJECT, Pages
from bot.storage.audit.verifying import lost_keys, verify
from bot.storage.engine.database import Database


async def write_off(database: Database, ring: Keyring, key: str, why: str, now: datetime) -> Lost:
    """Once for a key. Raises ConfigError where it is here, has signed nothing, or anything else is wrong."""
    if key in ring.names:
        raise ConfigError([f"密钥 {key} 就在配置里，没有丢。"])
    if key in await lost_keys(Pages(database), ring):
        raise ConfigError([f"密钥 {key} 已经登记过丢失。"])
    if not 0 < len(why) <= MOST_WHY:
        raise ConfigError([f"--why 要写清怎么丢的、谁确认的，最多 {MOST_WHY} 个字。"])
    verdict = await verify(database, ring, {}, without=[key])
    remains = verdict.unknown.get(key)
    if remains is None:
        raise ConfigError([f"没有用密钥 {key} 签的记录。名字看 qunwu verify-audit 说的那一个。"])
    if wrong := [each.said for each in verdict.breaks if each.wrong is not Wrong.NO_KEY]:
        raise ConfigError([f"还有别的不对，先查清再登记：{wrong[0]}"])
    if verdict.waiting:
        raise ConfigError([f"还有 {verdict.waiting} 条等着接上。先让机器人跑一会儿，再登记。"])
    lost = remains.put_down(key, now.date().isoformat(), why)
    act = Act("audit", "verify-audit", "运维", f"key:{key}:lost", now)
    await database.transact(lambda: trail.record(act, "key.lost", SUBJECT, **lost.details))
    return lost
