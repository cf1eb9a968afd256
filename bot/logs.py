"""Structured logs: one JSON object a line on stderr, ids only. Never text, reasons, names, tokens or keys.

An exception is logged as its type and where it was raised: its message may quote what a user wrote, or a secret.
"""

import logging
import sys
import traceback
from contextlib import suppress
from typing import Any, TextIO, cast

import structlog
from structlog.typing import EventDict, Processor

FRAMES = 8  # of a traceback, the innermost
NO_HTTP = "aiohttp.http_exceptions"
TURNS = "apscheduler.scheduler"  # says each second that what it would wake is still at work


def configure(level: str, stream: TextIO | None = None) -> None:
    """Once, at the start of the process."""
    threshold = logging.getLevelNamesMapping()[level.upper()]
    output = cast("TextIO", Unfailing(stream or sys.stderr))
    structlog.configure(
        processors=_processors(),
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.WriteLoggerFactory(file=output),
        cache_logger_on_first_use=stream is None,
    )
    logging.basicConfig(level=max(threshold, logging.WARNING), handlers=[_ForeignHandler(output)], force=True)
    logging.getLogger(TURNS).setLevel(logging.ERROR)


class Unfailing:
    """A line that can't be written, since the disk is full or can only be read, is lost and stops nobody."""

    def __init__(self, output: TextIO) -> None:
        self._output = output

    def write(self, text: str) -> int:
        with suppress(OSError):
            return self._output.write(text)
        return 0

    def flush(self) -> None:
        with suppress(OSError):
            self._output.flush()


def _processors() -> list[Processor]:
    return [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_words,
        structlog.processors.JSONRenderer(ensure_ascii=True),
    ]


def _without_words(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """An exception's type and places in stead of its words."""
    raised = event.pop("exc_info", None)
    error = sys.exception() if raised is True else raised
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
        event["at"] = places(error)
    return event


def places(error: BaseException) -> list[str]:
    """`file:line:function` of the innermost frames."""
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}:{frame.name}" for frame in frames]


class _ForeignHandler(logging.Handler):
    """What libraries log: their sentence without the values they put into it.

    asyncio writes values into the lines below its sentence. A request that is not HTTP is told of by nobody: strangers
    would fill the disk with them.
    """

    def __init__(self, output: TextIO) -> None:
        super().__init__()
        self._log = structlog.wrap_logger(structlog.WriteLogger(file=output), processors=_processors())

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if type(error).__module__ == NO_HTTP:
            return
        method = getattr(self._log, record.levelname.lower(), self._log.warning)
        method(str(record.msg).partition("\n")[0][:200], logger=record.name, exc_info=error)
