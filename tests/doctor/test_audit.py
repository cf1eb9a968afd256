"""What the doctor says of the chain over the trail."""

import base64
import sqlite3

from tests.doctor.clinic import Clinic

OTHER = base64.b64encode(b"o" * 32).decode()

OLD = (
    "INSERT INTO trail (at, actor, action, subject, authority, cause, details)"
    " VALUES ('2026-11-01 00:00:00+00:00', 'a', 'b', 'c', 'd', 'e', '{}')"
)


async def line(clinic: Clinic) -> str:
    return (await clinic.report()).of("audit")[0].line


def done(clinic: Clinic, *statements: str) -> None:
    with sqlite3.connect(clinic.folder / "qunwu.sqlite3") as connection:
        for each in statements:
            connection.execute(each)
    connection.close()


async def test_before_the_first_start_and_after_it(clinic: Clinic) -> None:
    assert await line(clinic) == "✓ 审计链：已经配置密钥，操作记录都接上了。"
    async with clinic.running():
        pass
    assert await line(clinic) == "✓ 审计链：已经配置密钥，操作记录都接上了。"


async def test_beside_the_database(clinic: Clinic) -> None:
    clinic.values["audit"] = {}
    assert (await line(clinic)).startswith("✓ 审计链：密钥还没有，第一次启动时在 ")
    async with clinic.running():
        pass
    assert "qunwu.sqlite3.audit.key 和数据库放在一起。下一步：另存一份到别处" in await line(clinic)
    (clinic.folder / "qunwu.sqlite3.audit.key").chmod(0o644)
    assert (await line(clinic)).startswith("✗ 审计链：")


async def test_its_key_is_gone(clinic: Clinic) -> None:
    """The next start would make another one: that has to be said before."""
    clinic.values["audit"] = {}
    async with clinic.running() as core:
        await core.link()
    (clinic.folder / "qunwu.sqlite3.audit.key").unlink()
    assert "不见了，以前的记录没法核对。下一步：先别启动机器人，从备份恢复这个文件" in await line(clinic)


async def test_no_head_lies_elsewhere(clinic: Clinic) -> None:
    clinic.values["audit"]["post"] = False
    assert "链头没有放到别处" in await line(clinic)
    clinic.values["audit"]["head_file"] = str(clinic.folder / "heads.txt")
    assert (await line(clinic)).startswith("✓")


async def test_none_on_postgres(clinic: Clinic) -> None:
    clinic.values |= {"audit": {}, "database": {"url": "postgres://nobody:hidden@127.0.0.1:9/none"}}
    assert (await line(clinic)).startswith("✗ 审计链：没有密钥")


async def test_what_is_wrong_with_the_chain(clinic: Clinic) -> None:
    async with clinic.running():
        pass
    clinic.values["audit"]["secret"] = OTHER
    assert "是用另一把密钥" in await line(clinic)
    clinic.values["audit"]["secret"] += "\n" + base64.b64encode(b"a" * 32).decode()
    assert (await line(clinic)).startswith("✓")
    done(clinic, OLD)
    assert "分钟还没接上" in await line(clinic)
    done(clinic, "DROP TRIGGER trail_stays")
    assert "触发器少了 trail_stays" in await line(clinic)
