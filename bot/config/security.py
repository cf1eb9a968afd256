"""[security]: how soon somebody acts on a stolen account, a leak or a fraud, who hears of it, and what is done."""

from datetime import timedelta
from pathlib import Path
from typing import Final

from pydantic import Field, field_validator

from bot.config.sections import Section, meaning_of
from bot.domain.rights import BY_ITSELF, Role
from bot.domain.security.rules import SecurityRules
from bot.domain.security.runbooks import runbooks, shipped

_USUAL: Final = SecurityRules()


class SecuritySection(Section):
    """`runbooks`: a file of the company's own, laid over those that come along."""

    first_minutes: int = Field(default=15, ge=5, le=240)
    calm_hours: int = Field(default=4, ge=1, le=72)
    unfinished_hours: int = Field(default=4, ge=1, le=72)
    kept_days: int = Field(default=1096, ge=180, le=3650)
    read_logins: bool = False
    password_days: int = Field(default=90, ge=0, le=365)
    lesson_on: int = Field(default=10, ge=0, le=28)
    chain: tuple[Role, ...] = _USUAL.chain
    deciders: tuple[Role, ...] = _USUAL.deciders
    runbooks: str = ""

    @field_validator("chain", "deciders")
    @classmethod
    def _of_offices(cls, chain: tuple[Role, ...]) -> tuple[Role, ...]:
        if not chain or BY_ITSELF & set(chain):
            raise ValueError("要写至少一个角色，如 security、executive；employee、group_admin 不行")
        return chain

    @field_validator("runbooks")
    @classmethod
    def _readable(cls, file: str) -> str:
        if file:
            meaning_of(Path(file), runbooks)
        return file

    def rules(self) -> SecurityRules:
        return SecurityRules(
            first=timedelta(minutes=self.first_minutes),
            calm=timedelta(hours=self.calm_hours),
            unfinished=timedelta(hours=self.unfinished_hours),
            kept=timedelta(days=self.kept_days),
            passwords=timedelta(days=self.password_days) if self.password_days else None,
            lesson_on=self.lesson_on,
            chain=self.chain,
            deciders=self.deciders,
            runbooks=meaning_of(Path(self.runbooks), runbooks) if self.runbooks else shipped(),
        )
