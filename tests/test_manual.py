"""docs/commands.md says what the commands say of themselves."""

import os
from pathlib import Path

from bot.discovery import find_commands, find_jobs
from bot.manual import page

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"


def test_the_page_is_up_to_date() -> None:
    """Adding a command is one file and one test: the page follows by itself, and CI insists that it was committed."""
    written = page(find_commands(), find_jobs())
    if "CI" not in os.environ:
        PAGE.write_text(written, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written, "run `make docs` and commit the page"
