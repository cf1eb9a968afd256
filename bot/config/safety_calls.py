"""What the configuration says of calling people about an accident."""

from datetime import timedelta

from pydantic import Field, field_validator

from bot.config.sections import Section
from bot.domain.safety.calls.rules import CallRules, Link
from bot.identifiers import GroupId


class CallsSection(Section):
    """`chain`: who is told, in this order. `group`: the id of the group that reads it when nobody has confirmed."""

    chain: list[Link] = Field(default=list(CallRules().chain), min_length=1)
    wait_seconds: int = Field(default=60, ge=20, le=600)
    together: int = Field(default=2, ge=1, le=10)
    rounds: int = Field(default=3, ge=1, le=10)
    pause_minutes: int = Field(default=5, ge=1, le=60)
    voice: bool = False
    calls_per_8_minutes: int = Field(default=3, ge=1, le=3)
    calls_per_day: int = Field(default=8, ge=1, le=8)
    group: str = ""

    @field_validator("chain")
    @classmethod
    def _each_once(cls, chain: list[Link]) -> list[Link]:
        if len(set(chain)) < len(chain):
            raise ValueError("chain 里每一环只写一遍")
        return chain

    def rules(self) -> CallRules:
        return CallRules(
            chain=tuple(self.chain),
            wait=timedelta(seconds=self.wait_seconds),
            together=self.together,
            rounds=self.rounds,
            pause=timedelta(minutes=self.pause_minutes),
            voice=self.voice,
            limits=((self.calls_per_8_minutes, timedelta(minutes=8)), (self.calls_per_day, timedelta(hours=24))),
            group=GroupId(self.group) if self.group else None,
        )
