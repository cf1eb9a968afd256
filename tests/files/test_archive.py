"""Lines are read once, whole, in the order of the files; what was dealt with is gone."""

import json
from pathlib import Path

from bot.files.archive import AT_ONCE, ArchiveFolder


def line(number: int) -> str:
    raw = {"msgid": f"m{number}", "action": "send", "from": "zhangsan", "roomid": "wr1", "msgtime": 1_795_312_800_000}
    return json.dumps({**raw, "msgtype": "text", "text": {"content": f"第 {number} 条"}}) + "\n"


async def texts(folder: ArchiveFolder, after: str) -> tuple[list[str], str]:
    batch = await folder.read(after)
    return [each.text for each in batch.messages], batch.place


async def test_file_by_file_and_gone_once_it_was_dealt_with(tmp_path: Path) -> None:
    first, second, folder = tmp_path / "1.jsonl", tmp_path / "2.jsonl", ArchiveFolder(tmp_path)
    first.write_text(line(1) + line(2), encoding="utf-8")
    found, place = await texts(folder, "")
    assert found == ["第 1 条", "第 2 条"]
    assert await texts(folder, place) == ([], place)
    second.write_text(line(3), encoding="utf-8")
    assert await texts(folder, place) == (["第 3 条"], f"{len(line(3))}:2.jsonl")
    assert first.exists()  # until somebody says that what came after it is dealt with, too
    await texts(folder, f"{len(line(3))}:2.jsonl")
    assert not first.exists()
    assert second.exists()


async def test_what_is_being_written_waits(tmp_path: Path) -> None:
    file, folder = tmp_path / "1.jsonl", ArchiveFolder(tmp_path)
    file.write_text(line(1) + line(2)[:20], encoding="utf-8")
    found, place = await texts(folder, "")
    assert found == ["第 1 条"]
    file.write_text(line(1) + line(2), encoding="utf-8")
    assert (await texts(folder, place))[0] == ["第 2 条"]


async def test_rubbish_is_passed_over(tmp_path: Path) -> None:
    file, folder = tmp_path / "1.jsonl", ArchiveFolder(tmp_path)
    file.write_bytes(b"\xff\xfe\x00\n{}\n" + b"x" * 200_000 + b"\n" + line(1).encode())
    assert (await texts(folder, ""))[0] == ["第 1 条"]


async def test_no_more_than_a_batch_at_once(tmp_path: Path) -> None:
    folder = ArchiveFolder(tmp_path)
    (tmp_path / "1.jsonl").write_text("".join(map(line, range(AT_ONCE + 1))), encoding="utf-8")
    batch = await folder.read("")
    assert (len(batch.messages), batch.more) == (AT_ONCE, True)
    rest = await folder.read(batch.place)
    assert (len(rest.messages), rest.more) == (1, False)


async def test_an_empty_file_holds_nobody_up_and_no_folder_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "1.jsonl").touch()
    (tmp_path / "2.jsonl").write_text(line(1), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not mine", encoding="utf-8")
    assert (await texts(ArchiveFolder(tmp_path), ""))[0] == ["第 1 条"]
    assert await texts(ArchiveFolder(tmp_path / "gone"), "") == ([], "")
    assert (tmp_path / "notes.txt").exists()
