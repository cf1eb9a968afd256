"""What shows how it was: pictures that go with an accident's case (493号令 art. 16)."""

from dataclasses import dataclass
from datetime import datetime

from bot.identifiers import FileId


@dataclass(frozen=True, slots=True)
class Evidence:
    """`by`: who sent it; empty: somebody who told of the hazard before, and wants not to be named."""

    file: FileId
    at: datetime
    by: str
