"""A notice goes out: one posting for each time, and who has confirmed it (S215, S222).

Who is told in private is told in steps, in the order of the accounts: what was told last is all that has to be known to
go on after a stop.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.identifiers import GroupId, UserId


class PostingState(StrEnum):
    GOING = "发布中"
    DONE = "已发布"
    STOPPED = "已停止"  # cancelled before everybody was told
    WITHDRAWN = "已撤回"  # recalled, or called off by a correction


@dataclass(frozen=True, slots=True)
class Posting:
    """`number`: the notice's. `occurrence`: when it was due. `reached`: up to whom people were told in private.

    `people`: how many were; `groups`: where it was posted. `expected` and `confirmed` count heads, where the notice
    wants to be confirmed; `complete_at`: when the last one did.
    """

    id: int
    number: str
    version: int
    occurrence: datetime
    begun_at: datetime
    wants_confirmation: bool = False
    groups: tuple[GroupId, ...] = ()
    state: PostingState = PostingState.GOING
    reached: str = ""
    people: int = 0
    expected: int = 0
    confirmed: int = 0
    complete_at: datetime | None = None

    @property
    def about(self) -> str:
        """By which name its messages are found in the outbox."""
        return f"{self.number}#{self.id}"

    @property
    def is_complete(self) -> bool:
        """All were told, and all have confirmed."""
        return self.state is PostingState.DONE and self.wants_confirmation and self.confirmed >= self.expected > 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """Whether somebody has confirmed. `answer`: the option of the quiz, from 0; `wrong`: how often he missed it.

    `late`: he belonged to the audience only after it was posted.
    """

    user: UserId
    confirmed_at: datetime | None = None
    answer: int | None = None
    wrong: int = 0
    late: bool = False


@dataclass(frozen=True, slots=True)
class ReceiptRules:
    """`batch`: how many people one call tells; `step`: how many one transaction.

    WeCom takes up to 1000 a call (D-90236). Of a call whose outcome nobody knows all of its readers are in doubt; and
    while a step is prepared, a tenth of a second, SQLite writes nothing else.
    `remind_after`: working days after which those are reminded who haven't confirmed, at `remind_at`; `pause`: between
    two reminders by hand. `private_cards`: members of a group get a card with a button as well. `accounts`: how many
    WeCom counts, for what the app may say in a day; 0: the people of the directory.
    """

    batch: int = 1000
    step: int = 5000
    remind_after: tuple[int, ...] = (1, 3)
    remind_at: time = time(9, 30)
    pause: timedelta = timedelta(hours=4)
    private_cards: bool = True
    accounts: int = 0
