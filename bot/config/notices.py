"""What the configuration says of announcements: quiet hours, who reviews, whose links are the company's own."""

from datetime import time, timedelta
from typing import Annotated, Final, Literal

from pydantic import Field, field_validator

from bot.config.notice_caps import CapsSection
from bot.config.notice_channels import ChannelSection
from bot.config.notice_matrix import MatrixSection
from bot.config.sections import Section
from bot.domain.calendar.quiet_hours import QuietHours
from bot.domain.notices.grounds import NEEDS, WITHIN, Need
from bot.domain.notices.notice import Category
from bot.domain.notices.rules import NoticeRules
from bot.domain.notices.templates import LONGEST, LONGEST_NAME, Template
from bot.domain.rights import Role

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri")
_HOST: Final = r"^\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$"


class TemplateSection(Section):
    """Of a notice: blanks to be filled in stand in 〔〕."""

    name: str = Field(min_length=1, max_length=LONGEST_NAME)
    text: str = Field(min_length=1, max_length=LONGEST)


class NoticesSection(Section):
    """`quiet_from` to `quiet_to`: of all that the bot says by itself and that isn't urgent.

    `hosts`: `oa.example.com`, or `.example.com` for all below."""

    quiet_from: time = time(21)
    quiet_to: time = time(8)
    usual_time: time = time(9)
    leader: str = Field(default="常务副总裁", min_length=1)
    co_reviewer: Role = Role.PRESIDENT_OFFICE
    as_company: tuple[str, ...] = ()
    outside: tuple[str, ...] = ("E5",)
    hosts: tuple[Annotated[str, Field(pattern=_HOST)], ...] = ()
    always_preview: bool = False
    collect_on: Literal["", "mon", "tue", "wed", "thu", "fri"] = ""
    ask_needs: bool = False
    try_links: bool = True
    most_bytes: int = Field(default=1900, ge=100, le=2000)
    lasts_days: int = Field(default=30, ge=1, le=3650)
    keep_years: int = Field(default=3, ge=1, le=30)
    caps: CapsSection = CapsSection()
    matrix: MatrixSection = MatrixSection()
    channels: tuple[ChannelSection, ...] = ()
    templates: tuple[TemplateSection, ...] = ()
    needs: dict[Category, tuple[Need, ...]] = Field(default_factory=dict)
    within_hours: dict[Category, Annotated[float, Field(gt=0, le=720)]] = Field(default_factory=dict)

    @field_validator("quiet_to")
    @classmethod
    def _in_the_morning(cls, quiet_to: time) -> time:
        if quiet_to >= time(12):
            raise ValueError("要在中午 12 点以前")
        return quiet_to

    @field_validator("quiet_from")
    @classmethod
    def _in_the_evening(cls, quiet_from: time) -> time:
        if quiet_from <= time(12):
            raise ValueError("要在中午 12 点以后")
        return quiet_from

    def quiet(self) -> QuietHours:
        return QuietHours(self.quiet_from, self.quiet_to)

    def rules(self) -> NoticeRules:
        return NoticeRules(
            usual_time=self.usual_time,
            leader=self.leader,
            co_reviewer=self.co_reviewer,
            as_company=frozenset(self.as_company),
            outside=frozenset(self.outside),
            hosts=tuple(host.lower() for host in self.hosts),
            always_preview=self.always_preview,
            most_bytes=self.most_bytes,
            lasts=timedelta(days=self.lasts_days),
            collect_on=_DAYS.index(self.collect_on) if self.collect_on else None,
            ask_needs=self.ask_needs,
            kept=timedelta(days=self.keep_years * 365 + 1),
            needs={**NEEDS, **{each: frozenset(needs) for each, needs in self.needs.items()}},
            within={**WITHIN, **{each: timedelta(hours=hours) for each, hours in self.within_hours.items()}},
            caps=self.caps.rules(),
            matrix=self.matrix.rules(),
            channels=tuple(each.channel() for each in self.channels),
            templates=tuple(Template(each.name, each.text) for each in self.templates),
        )
