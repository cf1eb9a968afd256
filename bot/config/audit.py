"""The key of the chain over the trail, and where its head is put down each day."""

from datetime import timedelta
from pathlib import Path

from pydantic import Field

from bot.config.keys import Keys, keys_of
from bot.config.sections import Section
from bot.domain.audit.rules import AuditRules
from bot.identifiers import GroupId


class AuditSection(Section):
    """`secret`: keys of 32 bytes in base64, one a line. The first one signs, all verify: a new one goes first.

    For the rest see AuditRules; `head_file` gets a line a day.
    """

    secret: Keys | None = None
    head_file: Path | None = None
    post: bool = True
    post_at: int = Field(default=9, ge=0, le=23)
    group: str = ""
    late_minutes: int = Field(default=10, ge=1, le=1440)

    def rules(self) -> AuditRules:
        group = GroupId(self.group) if self.group else None
        return AuditRules(self.post_at, self.post, group, timedelta(minutes=self.late_minutes))

    @property
    def keys(self) -> tuple[bytes, ...]:
        return keys_of(self.secret)
