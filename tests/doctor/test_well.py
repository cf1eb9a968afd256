"""A set-up that is right: the doctor finds nothing, and changes nothing."""

from bot.doctor import examinations
from bot.doctor._finding import Level
from bot.storage.engine.database import Database
from tests.doctor.clinic import Clinic

AT_REST = "UPDATE job SET name = name WHERE 1 = 0"


async def test_a_running_bot_is_well(clinic: Clinic) -> None:
    async with clinic.running():
        report = await clinic.report()
    assert report.failures == []
    assert report.lines(Level.WARN) == [
        "! 应用回调：没有设置 [server] public_url，只从本机查过。下一步：设上公网地址再查一次。"
    ]
    assert {finding.line for finding in report.of("running")} == {"✓ 机器人进程：在运行，已就绪。"}


async def test_it_is_well_from_outside_too(clinic: Clinic) -> None:
    port = clinic.values["server"]["port"]
    clinic.values["server"]["public_url"] = f"http://localhost:{port}/"
    async with clinic.running():
        report = await clinic.report()
    assert report.lines(Level.WARN, Level.FAIL) == []
    assert report.of("callback")[0].says.startswith(f"http://localhost:{port}/wecom/app 验证用了 0.")


async def test_nothing_was_changed(clinic: Clinic) -> None:
    async with clinic.running() as core:
        await core.tick()  # what falls due at a start
        await core.link()
        before = await everything(core.database)
        await clinic.report()
        assert await everything(core.database) == before
        assert core.meters.received.values == {}
        assert clinic.world.bot.live is not None
    assert (await clinic.see("log"))["entries"] == []


async def everything(database: Database) -> dict[str, int]:
    names = [row["name"] for row in await database.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")]
    counts = [await database.fetch(f"SELECT COUNT(*) AS number FROM {name}") for name in names]  # noqa: S608
    return {name: rows[0]["number"] for name, rows in zip(names, counts, strict=True)}


async def test_a_database_that_is_not_there_is_not_made(clinic: Clinic) -> None:
    report = await clinic.report()
    assert report.failures == []
    assert not (clinic.folder / "qunwu.sqlite3").exists()
    assert "✓ 数据库" in report.of("database")[0].line
    assert "还没有，第一次启动时会建立" in report.of("database")[0].line


async def test_no_secret_is_shown(clinic: Clinic) -> None:
    own = clinic.world.credentials
    clinic.values["wecom"]["app"]["agent_id"] = 1
    async with clinic.running():
        words = "\n".join(finding.line for _, finding in (await clinic.report(take_over=True)).findings)
    secrets = [own.app_secret, own.contacts_secret, own.bot_secret, own.token, own.encoding_aes_key]
    assert not [secret for secret in secrets if secret in words]


def test_each_file_is_one_check() -> None:
    names = {each.name for each in examinations()}
    assert {"callback", "credentials", "database", "long_connection", "network", "pictures"} <= names
    assert not [name for name in names if name.startswith("_")]
