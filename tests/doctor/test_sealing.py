"""What the doctor says of the key."""

import base64
import sqlite3

from bot.storage.leave.leave import about_reason
from bot.storage.privacy.sealing import Seal
from tests.doctor.clinic import Clinic

OTHER = b"o" * 32


async def line(clinic: Clinic) -> str:
    return (await clinic.report()).of("sealing")[0].line


async def test_configured(clinic: Clinic) -> None:
    assert await line(clinic) == "✓ 加密密钥：已经配置。"


async def test_beside_the_database(clinic: Clinic) -> None:
    clinic.values["privacy"] = {}
    assert (await line(clinic)).startswith("✓ 加密密钥：还没有，第一次启动时在 ")
    async with clinic.running():
        assert "qunwu.sqlite3.key 和数据库放在一起。下一步：另存一份到别处" in await line(clinic)


async def test_none_on_postgres(clinic: Clinic) -> None:
    clinic.values |= {"privacy": {}, "database": {"url": "postgres://nobody:hidden@127.0.0.1:9/none"}}
    assert (await line(clinic)).startswith("! 加密密钥：没有配置")


async def test_a_key_that_opens_nothing_of_what_there_is(clinic: Clinic) -> None:
    async with clinic.running():
        pass
    number = "QJ-20261122-001"
    row = {
        **dict.fromkeys(("user", "type", "shape", "period", "state"), "x"),
        **dict.fromkeys(("begins", "ends", "submitted_at"), "2026-11-22T02:00:00+00:00"),
        **dict.fromkeys(("amount", "unused", "retro", "provisional", "version"), 0),
        "number": number,
        "reason": Seal([OTHER]).seal_text("感冒", about_reason(number)),
    }
    with sqlite3.connect(clinic.folder / "qunwu.sqlite3") as connection:
        places = ", ".join(f":{name}" for name in row)
        connection.execute(f"INSERT INTO leave ({', '.join(row)}) VALUES ({places})", row)  # noqa: S608 - our own names
    connection.close()
    assert (await line(clinic)).startswith("✗ 加密密钥：打不开已经存下的内容。下一步：把原来的密钥加回")
    keys = [clinic.values["privacy"]["secret"], base64.b64encode(OTHER).decode()]
    clinic.values["privacy"]["secret"] = "\n".join(keys)
    assert await line(clinic) == "✓ 加密密钥：已经配置。"
