"""Logs carry ids and places, never words."""

import asyncio
import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from aiohttp.http_exceptions import BadStatusLine

from bot import logs


@pytest.fixture
def output() -> Iterator[io.StringIO]:
    before = structlog.get_config()
    output = io.StringIO()
    logs.configure("info", output)
    yield output
    structlog.configure(**before)
    logging.basicConfig(force=True)


def lines(output: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.getvalue().splitlines()]


def test_an_event_is_one_line_whatever_is_in_it(output: io.StringIO) -> None:
    structlog.get_logger().info("message.failed", row=7, why="a\nb\u202e")
    (line,) = lines(output)
    assert (line["event"], line["row"], line["level"]) == ("message.failed", 7, "info")
    assert output.getvalue().isascii()


def test_an_exception_says_where_and_not_what(output: io.StringIO) -> None:
    secret = "张三发烧了"
    try:
        raise ValueError(secret)
    except ValueError:
        structlog.get_logger().exception("pump.defect", row=1)
    (line,) = lines(output)
    assert line["error"] == "ValueError"
    assert "test_logs.py" in str(line["at"])
    assert secret not in str(lines(output))


def test_libraries_are_heard_without_their_values(output: io.StringIO) -> None:
    logging.getLogger("aiohttp.server").error("Error handling request from %s", "张三", exc_info=ValueError("张三"))
    (line,) = lines(output)
    assert (line["logger"], line["event"], line["error"]) == (
        "aiohttp.server",
        "Error handling request from %s",
        "ValueError",
    )
    assert "张三" not in str(line)


async def test_a_failure_that_nobody_waited_for_is_told_without_its_words(output: io.StringIO) -> None:
    lost = asyncio.get_running_loop().create_future()
    lost.set_exception(ValueError("张三发烧了"))
    del lost
    (line,) = lines(output)
    assert (line["event"], line["error"]) == ("Future exception was never retrieved", "ValueError")
    assert "张三" not in str(line)


def test_strangers_who_speak_no_http_write_nothing_into_the_log(output: io.StringIO) -> None:
    error = BadStatusLine("\x16\x03\x01")
    logging.getLogger("aiohttp.server").error("Error handling request from %s", "x", exc_info=error)
    assert lines(output) == []


def test_a_log_that_cannot_be_written_stops_nobody() -> None:
    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

        def flush(self) -> None:
            raise OSError(28, "No space left on device")

    before = structlog.get_config()
    try:
        logs.configure("info", Full())
        structlog.get_logger().error("message.parked", row=1)
        logging.getLogger("asyncio").error("Exception in callback")
    finally:
        structlog.configure(**before)
        logging.basicConfig(force=True)
