"""The manual of the sandbox names what exists: every open question, every setting it speaks of, every door and call."""

import re
from pathlib import Path

from sandbox import settings
from sandbox.control.routes import DOORS
from sandbox.oa.routes import CALLS
from sandbox.platform.routes import WITH_TOKEN, WITHOUT_TOKEN
from sandbox.settings import Settings

MANUAL = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text(encoding="utf-8")
SOURCE = Path(settings.__file__).read_text(encoding="utf-8").splitlines()
ROW_OF_SETTINGS = re.compile(r"^\| ((?:`[a-z_0-9]+`(?:, )?)+) \| [^|]+ \| [^|]+ \|$", re.MULTILINE)


def test_every_open_question_is_in_the_table() -> None:
    names = [line.split(":")[0].strip() for line in SOURCE if "# unverified" in line]
    assert len(names) > 20
    assert [name for name in names if f"`{name}`" not in MANUAL] == []


def test_every_setting_in_the_table_exists() -> None:
    table = MANUAL.split("## What nobody knows")[1]
    named = [name for row in ROW_OF_SETTINGS.findall(table) for name in re.findall(r"`([a-z_0-9]+)`", row)]
    assert len(named) > 20
    assert [name for name in named if not hasattr(Settings(), name)] == []


def test_every_door_and_every_call_is_named() -> None:
    calls = [*WITH_TOKEN, *WITHOUT_TOKEN, *CALLS]
    assert [path for _, path in DOORS if f"/sandbox/{path}" not in MANUAL] == []
    assert [path for path in calls if path.split("/")[-1] not in MANUAL] == []
