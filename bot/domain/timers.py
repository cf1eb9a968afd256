"""Something that falls due for one case, once: a deadline, a reminder, the next step of an escalation."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Timer:
    """`job` rings it, `subject` is the number of the case, `kind` says what falls due: unique together.

    `due` is the moment that was promised; whoever rings later than that can tell by it. `id`: its row.
    """

    job: str
    subject: str
    kind: str
    due: datetime
    rung: datetime | None = None
    called_off: datetime | None = None
    id: int = field(default=0, compare=False)

    @property
    def waits(self) -> bool:
        return self.rung is None and self.called_off is None
