"""What a reader relies on, kept by a test: every command and job has a manual whose sample dialogue really happens."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.discovery import find_commands, find_jobs
from bot.domain.privacy.register import REGISTER
from bot.shapes.command import Command
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from tests.chat import Chat

ROOT = Path(__file__).parent.parent
COMMANDS = list(find_commands())
JOBS = list(find_jobs())
SPOKEN = ("commands", "scheduler", "bot/services", "bot/intake")  # where what people read is written
_AT_IMPORT = re.compile(r"^\S.*\bre\.compile\(", re.MULTILINE)
_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?]|[,;:!?][\u4e00-\u9fff]")


def _dialogue(manual: str) -> str:
    return manual.partition("Example:")[2]


@pytest.fixture
def jobs(request: pytest.FixtureRequest) -> Sequence[Job] | None:
    """A job's dialogue is its own, whatever else falls due meanwhile."""
    thing = request.node.callspec.params.get("thing")
    return (thing,) if isinstance(thing, Job) else None


@pytest.mark.parametrize("thing", [*COMMANDS, *JOBS], ids=lambda thing: thing.name)
async def test_the_sample_dialogue_happens(thing: Command | Job, chat: Chat) -> None:
    if isinstance(thing, Job) and not _dialogue(thing.manual):
        pytest.skip("a job that says nothing to anybody has no dialogue")
    await chat.play(_dialogue(thing.manual))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_is_summed_up(command: Command) -> None:
    assert 2 <= len(command.summary) <= 20
    assert not command.summary.endswith("。")
    assert command.area
    assert not _HALF_WIDTH.search(command.summary)


@pytest.mark.parametrize(
    "path", [*ROOT.glob("commands/*/*.py"), *ROOT.glob("scheduler/*.py")], ids=lambda path: path.stem
)
def test_each_file_has_its_test(path: Path) -> None:
    if path.stem == "__init__":
        return
    assert (ROOT / "tests" / path.relative_to(ROOT).parent / f"test_{path.name}").exists()


@pytest.mark.parametrize(
    "path",
    sorted(path for folder in SPOKEN for path in ROOT.glob(f"{folder}/**/*.py")),
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_chinese_has_chinese_marks(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        assert not _HALF_WIDTH.search(line), f"{path.name}:{number}"


def test_no_pattern_is_compiled_when_its_file_is_loaded() -> None:
    """A start would wait for all of them: `bot.patterns.regex` compiles at the first use."""
    files = (path for folder in ("bot", "commands", "scheduler") for path in (ROOT / folder).rglob("*.py"))
    found = [path for path in files if _AT_IMPORT.search(path.read_text(encoding="utf-8"))]
    assert {str(path.relative_to(ROOT)) for path in found} <= {
        "bot/intake/recognise.py",
        "bot/storage/queues/parked.py",
        "bot/storage/talking/files.py",
    }


def test_only_what_speaks_wecom_knows_its_errcodes() -> None:
    """Others are told what one means by whoever speaks to WeCom. 86400 and 43200 are seconds of its days of leave."""
    errcode = re.compile(r"(?<![\w.])(?!86400|43200)(?:(?:4\d|6[0-2]|8[1-9])\d{3}|30\d{4})(?![\w.])")
    folders = ("bot/domain", "bot/services", "bot/intake", "bot/arguments", "commands", "scheduler")
    files = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    assert not [str(path.relative_to(ROOT)) for path in files if errcode.search(path.read_text(encoding="utf-8"))]


async def test_each_table_says_what_it_holds_of_people(database: Database) -> None:
    """Whoever adds a table adds a line to bot/domain/privacy/register.py: /我的数据, the export, what is deleted and
    docs/privacy.md follow from it."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    tables = {row["name"] for row in await database.fetch(sql)} - {"schema_version"}
    assert (sorted(tables - {*REGISTER}), sorted({*REGISTER} - tables)) == ([], []), "without a line, without a table"
