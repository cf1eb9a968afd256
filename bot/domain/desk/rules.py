"""What the company says of its help desk, from [desk]."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.domain.desk.knowledge.in_use import KnowledgeInUse
from bot.domain.desk.topics import Topic, shipped


@dataclass(frozen=True, slots=True)
class DeskRules:
    """`take`, `answer`: minutes of work until somebody has taken a question, and answered it, before he is reminded;
    after twice as many it goes up. `nudge`: the same, until who looks after a group is told of a question there that
    the bot didn't understand; 0: never. `complaint_days`: working days for the answer to a complaint.

    `add_days`: for who was asked back; `settle_days`: for who was answered; working days both. `keep`: for how long
    the words of what is over are kept. `most_a_day`: questions and suggestions of one person. `folder`: the company's
    own texts; `texts`: which of those that come along are in use, None: all.
    """

    topics: Sequence[Topic] = field(default_factory=shipped)
    take: int = 60
    answer: int = 480
    nudge: int = 30
    complaint_days: int = 5
    add_days: int = 5
    settle_days: int = 3
    keep: timedelta = timedelta(days=180)
    most_a_day: int = 30
    folder: Path | None = None
    texts: tuple[str, ...] | None = None
    in_use: KnowledgeInUse = field(default_factory=KnowledgeInUse, compare=False)
