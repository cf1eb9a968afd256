"""A configuration for chats: the sample company's roles as a file would give them, read when somebody asks for it."""

from dataclasses import replace
from functools import cached_property
from typing import Any

from bot.config.configured import Configured
from bot.config.settings import Settings
from bot.domain.company import Company
from bot.domain.rights import Role
from bot.domain.upkeep.configuration import Configuration, Origin, Overlay, Plain

CREDENTIALS = {"bot": {"id": "test-bot", "secret": "sEcReT-of-the-bot"}}


class SampleConfiguration:
    """`Configuration`. Most chats never ask; those needn't wait for it."""

    def __init__(self, company: Company, **values: Any) -> None:
        self._company = company
        self._values = values

    @cached_property
    def _inner(self) -> Configuration:
        rules = self._company.role_rules
        roles = {role: {"people": sorted(rule.people)} for role, rule in rules.items() if rule.people}
        return Configured.at_start(Settings(**{"wecom": CREDENTIALS, "roles": roles} | self._values), {})

    @property
    def signer(self) -> Role:
        return self._inner.signer

    def value(self, key: str) -> Plain | None:
        return self._inner.value(key)

    def origin(self, key: str) -> Origin:
        return self._inner.origin(key)

    def changed(self, overlay: Overlay) -> Configuration:
        return self._inner.changed(overlay)

    def company(self) -> Company:
        return self._inner.company()

    def in_words(self) -> str:
        return self._inner.in_words()

    def as_file(self) -> str:
        return self._inner.as_file()


def with_sample(company: Company) -> Company:
    return replace(company, configuration=SampleConfiguration(company))
