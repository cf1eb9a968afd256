"""`explain`: how many messages the bot understands in a second, against looking the first word up in a dict."""

import itertools
import time
from collections.abc import Callable, Sequence

from bench.figures import Figure
from bot.discovery import find_commands
from bot.errors import UserError
from bot.files.company import load
from bot.shapes.arguments import Scene
from bot.shapes.command import CommandBook
from bot.shapes.incoming import Via
from bot.understanding.understand import understand
from sandbox.company import SAMPLE

LINES = (
    "/帮助",
    "帮助 昵称检查",
    "/昵称检查 生产部-张三",
    "昵称检查 生产部 张三",
    "/订阅 安全提醒",
    "谢谢",
    "/昵称检察 生产部-张三",
    "明天谁在车间值班？",
)
TYPED = tuple(line for line in LINES if line.startswith("/") and "检察" not in line)
BATCH = 200


def figures(seconds: float) -> list[Figure]:
    """`explain`: of all kinds of lines; `explain.typed`: of those that begin with a command's name as it is."""
    return [figure(seconds), figure(seconds, "explain.typed", TYPED)]


def figure(seconds: float, name: str = "explain", lines: Sequence[str] = LINES) -> Figure:
    """Half of the time for each side, in turns."""
    book, company = find_commands(), load(SAMPLE)
    scene = Scene(
        sender=company.company.people[0],
        company=company.company,
        now=company.now,
        via=Via.APP,
        in_group=False,
        group=None,
        quote=None,
    )
    bot = bare = 0.0
    turns = 5
    for _ in range(turns):
        bare += rate(lambda line: _look_up(line, book), seconds / turns / 2, lines) / turns
        bot += rate(lambda line: _understand(line, scene, book), seconds / turns / 2, lines) / turns
    more = {"baseline_value": bare, "us": 1e6 / bot, "commands": len(book.by_name)}
    return Figure(name, bot, "1/s", "dict look-up of the first word", bot / bare, more)


def rate(work: Callable[[str], object], seconds: float, lines: Sequence[str] = LINES) -> float:
    """Lines a second."""
    turns, done, begun = itertools.cycle(lines), 0, time.perf_counter()
    while (passed := time.perf_counter() - begun) < seconds or not done:
        for line in itertools.islice(turns, BATCH):
            work(line)
        done += BATCH
    return done / passed


def _look_up(line: str, book: CommandBook) -> object:
    return book.by_name.get(line.partition(" ")[0])


def _understand(line: str, scene: Scene, book: CommandBook) -> object:
    """A refusal counts like an answer: both are what the sender gets."""
    try:
        return understand(line, scene, book)
    except UserError as error:
        return error
