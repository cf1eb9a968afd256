"""What the configuration says of moderation: which policy holds where, how it was adopted, and the limits."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Self

from pydantic import Field, PrivateAttr, field_validator, model_validator

from bot.config.content import ContentSection
from bot.config.reports import ReportsSection
from bot.config.sections import Section, meaning_of
from bot.domain.leave.types.catalogue import NATION
from bot.domain.moderation.categories import categories
from bot.domain.moderation.pack import ANSWER_DAYS, APPEAL_DAYS, WINDOW, Pack, Procedure
from bot.domain.moderation.reading import Usual, read_pack
from bot.domain.moderation.rules import POSTED_DAYS, PRECEDENCE, USUAL_PACK, ModerationRules, MuteLimits, all_settled
from bot.domain.moderation.shelf import adopted, shipped, with_own
from bot.identifiers import GroupId


class MuteSection(Section):
    """`second_from_hours`: what is longer needs a second administrator. `step_out`: put out of the app's groups."""

    least_minutes: int = Field(default=10, ge=1, le=1440)
    most_days: int = Field(default=7, ge=1, le=30)
    second_from_hours: int = Field(default=24, ge=1, le=720)
    step_out: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.limits().least > self.limits().most:
            raise ValueError("least_minutes 比 most_days 还长")
        return self

    def limits(self) -> MuteLimits:
        return MuteLimits(
            timedelta(minutes=self.least_minutes),
            timedelta(days=self.most_days),
            timedelta(hours=self.second_from_hours),
            self.step_out,
        )


class AdoptedSection(Section):
    """How a text became binding here (劳动合同法 art. 4); `since`: from which day it holds, else from its publication.

    `ack`: percent of the staff that have signed for it. Where one of them is missing, the pack is no more than a hint.
    """

    discussed: date | None = None
    consulted: date | None = None
    published: date | None = None
    ack: int | None = Field(default=None, ge=0, le=100)
    since: date | None = None

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if not (self.since or self.published):
            raise ValueError("要写 published（公示日期），或者 since（从哪天起执行）")
        return self

    def of(self, pack: Pack) -> Pack:
        procedure = Procedure(self.discussed, self.consulted, self.published, self.ack or None)
        return adopted(pack, procedure, self.since or self.published or date.max)


class ModerationSection(Section):
    """Packs by their id: `usual` everywhere, but for `by_type` (a type of groups) and `by_group` (a group's number);
    `by_precedence`, for a category of violations, before all of them; "" takes one of the usual ones out.

    `packs`: files of the company's own, which say themselves how they were adopted. Days of appeals are working days.
    """

    usual: str = USUAL_PACK
    packs: list[str] = Field(default_factory=list)
    fines: bool = False
    window_days: int = Field(default=WINDOW.days, ge=1, le=3650)
    appeal_days: int = Field(default=APPEAL_DAYS, ge=1, le=60)
    answer_days: int = Field(default=ANSWER_DAYS, ge=1, le=60)
    posted_days: int = Field(default=POSTED_DAYS, ge=1, le=60)
    weekly_check: bool = False
    keeper_code: bool = True
    nominate_on: int = Field(default=0, ge=0, le=28)
    by_type: dict[str, str] = Field(default_factory=dict)
    by_group: dict[str, str] = Field(default_factory=dict)
    by_precedence: dict[str, str] = Field(default_factory=dict)
    adopted: dict[str, AdoptedSection] = Field(default_factory=dict)
    mute: MuteSection = MuteSection()
    content: ContentSection = ContentSection()
    reports: ReportsSection = ReportsSection()
    _shelf: tuple[Pack, ...] = PrivateAttr(default=())

    @field_validator("by_precedence")
    @classmethod
    def _of_known_categories(cls, packs: dict[str, str]) -> dict[str, str]:
        charged = [code for code, category in categories().items() if category.on]
        if unknown := [code for code in packs if code not in charged]:
            raise ValueError(f"没有 {unknown[0]} 这一类违规，可以写 {'、'.join(charged)}")
        return packs

    @model_validator(mode="after")
    def _put_on_the_shelf(self) -> Self:
        """Files are read once, here."""
        own = [meaning_of(Path(file), lambda text: read_pack(text, self.where_silent())) for file in self.packs]
        shelf = with_own(shipped(self.where_silent()), _each_once(own))
        _ensure_known(self.adopted, shipped(), "adopted")
        self._shelf = (*shelf, *(section.of(_named(pack, shelf)) for pack, section in self.adopted.items()))
        return self

    @model_validator(mode="after")
    def _of_known_packs(self) -> Self:
        _ensure_known([self.usual], self._shelf, "usual")
        for name in ("by_type", "by_group", "by_precedence"):
            _ensure_known(filter(None, getattr(self, name).values()), self._shelf, name)
        return self

    def rules(self, region: str) -> ModerationRules:
        """`region` as [leave] says it."""
        where = "" if region == NATION else region
        precedence: dict[str, Any] = {**PRECEDENCE, **self.by_precedence}
        return ModerationRules(
            shelf=all_settled(self._shelf, where, fines=self.fines),
            usual=self.usual,
            by_type=self.by_type,
            by_group={GroupId(group): pack for group, pack in self.by_group.items()},
            by_precedence={code: pack for code, pack in precedence.items() if pack},
            region=where,
            fines=self.fines,
            mute=self.mute.limits(),
            content=self.content.rules(),
            posted_days=self.posted_days,
            weekly_check=self.weekly_check,
            keeper_code=self.keeper_code,
            nominate_on=self.nominate_on,
            reports=self.reports.rules(),
        )

    def where_silent(self) -> Usual:
        """What holds where a text says nothing."""
        return Usual(timedelta(days=self.window_days), self.appeal_days, self.answer_days)

    def ensure_region(self, region: str) -> None:
        """Raises ValueError where fines are wanted and nobody says by which law."""
        if self.fines and region == NATION:
            raise ValueError("fines = true 要先在 [leave] 的 region 写明在哪里：有的地方不许罚款")


def _named(pack: str, shelf: Sequence[Pack]) -> Pack:
    return next(each for each in shelf if each.id == pack)


def _each_once(own: Sequence[Pack]) -> Sequence[Pack]:
    known = [(pack.id, pack.version) for pack in own]
    if twice := next((each for each in known if known.count(each) > 1), None):
        raise ValueError(f"packs 里「{twice[0]}」的 version {twice[1]} 写了两遍，改一个版本号")
    return own


def _ensure_known(named: Iterable[str], shelf: Sequence[Pack], setting: str) -> None:
    known = dict.fromkeys(pack.id for pack in shelf)
    if unknown := [pack for pack in named if pack not in known]:
        raise ValueError(f"{setting} 写了 {unknown[0]}，没有这份制度，可以写 {'、'.join(known)}")
