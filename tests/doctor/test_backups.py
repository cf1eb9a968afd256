"""What the doctor says of backups."""

from dataclasses import replace
from datetime import timedelta

from bot.core import Core
from bot.domain.upkeep.backups import Backup, BackupState
from bot.shapes.act import Act
from tests.doctor.clinic import Clinic


async def lines(clinic: Clinic) -> list[str]:
    return [each.line for each in (await clinic.report()).of("backups")]


async def have(core: Core, state: BackupState, days: float = 0, **values: object) -> None:
    at = core.clock.now() - timedelta(days=days)
    by = Act("test", "test", "test", "test", at)
    backup = Backup(f"BF-{days}", at)
    ended = replace(backup, state=state, taken_at=at, file="a", **values)  # type: ignore[arg-type]

    async def work() -> None:
        await core.records.backups.want(backup, by=by)
        await core.records.backups.save(ended, "made", by=by)

    await core.database.transact(work)


async def test_before_the_first_start_and_after_it(clinic: Clinic) -> None:
    assert await lines(clinic) == ["✓ 备份：每天 02:00 备份，还没有到第一次。"]
    async with clinic.running():
        pass
    assert await lines(clinic) == ["✓ 备份：每天 02:00 备份，还没有到第一次。"]


async def test_as_it_should_be(clinic: Clinic) -> None:
    async with clinic.running() as core:
        await have(core, BackupState.MADE, restored_at=core.clock.now())
    assert await lines(clinic) == ["✓ 备份：最近一次在 26 小时内，留着 1 份，恢复演练过。"]


async def test_never_tried(clinic: Clinic) -> None:
    async with clinic.running() as core:
        await have(core, BackupState.MADE)
    assert await lines(clinic) == ["! 备份：有备份，最近没有演练过恢复。下一步：在聊天里发 /备份 演练。"]


async def test_too_long_ago(clinic: Clinic) -> None:
    async with clinic.running() as core:
        await have(core, BackupState.MADE, days=3)
    assert (await lines(clinic))[0].startswith("✗ 备份：最近一次是 ")


async def test_it_failed(clinic: Clinic) -> None:
    async with clinic.running() as core:
        await have(core, BackupState.MADE, days=1)
        await have(core, BackupState.FAILED, problem="写不进去：磁盘满了")
    assert (await lines(clinic))[0].startswith("✗ 备份：最近一次没有成功：写不进去：磁盘满了。")


async def test_switched_off(clinic: Clinic) -> None:
    clinic.values["backup"] = {"nightly": False}
    assert await lines(clinic) == ["! 备份：没有开每天自动备份。下一步：在 [backup] 写 nightly = true。"]


async def test_its_key_lies_beside_the_database(clinic: Clinic) -> None:
    clinic.values["backup"] = {}
    (clinic.folder / "qunwu.sqlite3.backup.key").write_text("k", encoding="ascii")
    assert "和数据库放在一起。下一步：另存一份到别处" in (await lines(clinic))[-1]


async def test_a_shared_database_must_be_given_a_key_and_a_folder(clinic: Clinic) -> None:
    key = clinic.values.get("backup", {}).get("secret", "")
    clinic.values["database"] = {"url": "postgres://nobody@127.0.0.1:1/none"}
    clinic.values["backup"] = {}
    assert "没有密钥，备份没法加密" in (await lines(clinic))[0]
    clinic.values["backup"] = {"secret": key}
    assert "没有填放备份的文件夹" in (await lines(clinic))[0]
