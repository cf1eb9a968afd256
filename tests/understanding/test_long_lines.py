"""A line without end is read in a moment: while one is read, nobody else is answered."""

import time

import pytest

from bot.discovery import find_commands
from bot.explaining import Utterance, explain
from bot.files.company import load
from tests.chat import SAMPLE_COMPANY

LENGTH = 10_000  # characters
FILE = load(SAMPLE_COMPANY)
BOOK = find_commands()


@pytest.mark.parametrize(
    ("begins", "piece"),
    [
        ("/公告 全员 ", "1"),
        ("/公告 全员 ", "\n"),
        ("/公告 全员 ", "利润1,"),
        ("/改公告 GG-20261122-001 ", "\n"),
        ("/整改 YH-20261122-001 ", "1"),
        ("/整改延期 YH-20261122-001 12月1日 ", "，"),
        ("/事故整改 SG-20261122-001 ", "1"),
        ("/事故资料 SG-20261122-001 ", "，"),
        ("/事故上报 SG-20261122-001 ", "\n"),
        ("/培训 ", "，"),
        ("/改培训 PX-20261122-001 ", "，"),
        ("/隐患 3号车间 ", "想要请"),
    ],
)
def test_it_is_read_in_a_moment(begins: str, piece: str) -> None:
    text = f"{begins}x{(piece * LENGTH)[:LENGTH]}!"
    before = time.process_time()
    explain(Utterance(text, "陈安"), FILE, BOOK)
    assert time.process_time() - before < 1.0
