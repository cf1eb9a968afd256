"""The file of a backup: whole and opened by its key, or nothing."""

import os
import secrets
from pathlib import Path

import pytest

from bot.storage.backups.chest import PIECE, Chest, ChestError, header_of, lines_of

KEY = b"k" * 32
LINES = [b"one", "两".encode(), b""]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.qunwu"


def written(path: Path, lines: list[bytes] = LINES) -> Path:
    with Chest(path, KEY, {"taken_at": "now"}) as chest:
        for line in lines:
            chest.put(line + b"\n")
    return path


def many() -> list[bytes]:
    """What no zip makes small: several pieces."""
    return [secrets.token_hex(1000).encode() for _ in range(3 * PIECE // 1000)]


def test_what_was_put_in_comes_out(path: Path) -> None:
    assert list(lines_of(written(path), KEY)) == LINES
    assert header_of(path)["taken_at"] == "now"
    assert path.stat().st_mode & 0o077 == 0
    assert b"one" not in path.read_bytes()


def test_several_pieces(path: Path) -> None:
    lines = many()
    assert list(lines_of(written(path, lines), KEY)) == lines
    assert path.stat().st_size > 3 * PIECE


def test_the_same_twice_is_never_the_same_file(path: Path, tmp_path: Path) -> None:
    assert written(path).read_bytes()[-40:] != written(tmp_path / "b").read_bytes()[-40:]


def test_another_key(path: Path) -> None:
    with pytest.raises(ChestError, match="密钥不对"):
        list(lines_of(written(path), b"x" * 32))


@pytest.mark.parametrize("place", [0, 20, 60, -1, -20])
def test_a_bit_was_changed(path: Path, place: int) -> None:
    data = bytearray(written(path).read_bytes())
    data[place] ^= 1
    path.write_bytes(data)
    with pytest.raises(ChestError):
        list(lines_of(path, KEY))


def test_cut_off_anywhere(path: Path) -> None:
    data = written(path).read_bytes()
    for length in range(len(data)):
        path.write_bytes(data[:length])
        with pytest.raises(ChestError):
            list(lines_of(path, KEY))


@pytest.mark.parametrize("order", [[0, 2, 1, 3], [0, 1, 1, 2, 3], [0, 1, 2], [0, 2, 3], [3, 0, 1, 2]])
def test_a_piece_is_moved_repeated_or_left_out(path: Path, order: list[int]) -> None:
    data = written(path, many()).read_bytes()
    start = data.index(b"}") + 1
    pieces = []
    while start < len(data):
        end = start + 4 + int.from_bytes(data[start : start + 4], "big")
        pieces.append(data[start:end])
        start = end
    head = data[: data.index(b"}") + 1]
    path.write_bytes(head + b"".join(pieces[each] for each in order if each < len(pieces)))
    with pytest.raises(ChestError):
        list(lines_of(path, KEY))


def test_no_backup_at_all(path: Path) -> None:
    path.write_bytes(os.urandom(2000))
    with pytest.raises(ChestError, match="不是备份文件"):
        header_of(path)


def test_what_fails_leaves_nothing(path: Path) -> None:
    def fail() -> None:
        with Chest(path, KEY, {}) as chest:
            chest.put(b"half\n")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(path.parent.iterdir()) == []
