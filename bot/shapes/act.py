"""Who does something, by which right, and because of what."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Act:
    """Who acts, by which right, and what made it happen: every change of state is recorded with one."""

    actor: str  # a userid, or `job:<name>`
    action: str  # the command's or the job's name
    authority: str  # the right it was done by, e.g. `群管理员`
    cause: str  # the incoming message's key, or the job's slot
    at: datetime
