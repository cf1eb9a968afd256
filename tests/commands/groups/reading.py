"""What a line about groups is understood as, in the sample company."""

from bot.discovery import find_commands
from bot.domain.company import Company
from bot.files.company import load
from bot.shapes.arguments import Scene
from bot.understanding.understand import Understood, understand
from tests.chat import SAMPLE_COMPANY

BOOK = find_commands()
FILE = load(SAMPLE_COMPANY)
COMPANY = FILE.company


def read(line: str, sender: str, *, room: str | None = None, company: Company = COMPANY) -> Understood:
    """Said in private, or in the group called `room`. Raises UserError."""
    (person,) = company.named(sender)
    group = next((each for each in company.groups if each.name == room), None)
    scene = Scene(person, company, FILE.now, in_group=group is not None, group=group)
    understood = understand(line, scene, BOOK)
    assert isinstance(understood, Understood)
    return understood
