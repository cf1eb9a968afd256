"""What of the configuration matters for people's privacy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.domain.retention import Retention


@dataclass(frozen=True, slots=True)
class Setup:
    """`own_seal`, `own_backup`: the bot made the key itself, so it lies beside what it closes. `archive_since`: the
    chats of groups are archived and looked at. `elsewhere`: hosts that hear something, and what. `days`: other periods,
    as they are called."""

    retention: Retention = field(default_factory=Retention)
    days: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    roles: int = 0
    own_seal: bool = True
    own_backup: bool = True
    backed_up: bool = True
    copied: bool = False
    own_trail_key: bool = True
    heads_elsewhere: bool = False
    archive_since: date | None = None
    reads_punches: bool = False
    reads_logins: bool = False
    writes_accounts: bool = False
    calendars: bool = False
    open_to_network: bool = False
