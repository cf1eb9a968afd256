"""docs/commands.md says what the commands say of themselves."""

from pathlib import Path

from bot.discovery import find_commands, find_jobs
from bot.manual import page

PAGE = Path(__file__).parent.parent / "docs" / "commands.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(find_commands(), find_jobs()), "run: make docs"
