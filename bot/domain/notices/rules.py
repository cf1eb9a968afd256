"""What a company decides about announcements; the defaults are those of its policies as far as they say anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta

from bot.domain.notices.caps import CapRules
from bot.domain.notices.channels import Channel
from bot.domain.notices.grounds import NEEDS, WITHIN, Need
from bot.domain.notices.reader_kinds import MatrixRules
from bot.domain.notices.templates import Template


@dataclass(frozen=True, slots=True)
class NoticeRules:
    """`usual_time`: of what comes again and says none. `leader`: the title that lets pass what goes to everybody or
    outside (D14篇1§7); `co_reviewer`: the role that looks at it first (D9§3). `as_company`: types of groups, D7's keys,
    of which a notice counts as one to the company; `outside`: those in which others than employees read along.
    `hosts`: whose links are the company's own; empty: nobody has said. `always_preview`: also what is plain is shown
    to its author before it goes out. `repeat_within`: an equal one counts as sent twice by mistake. `lasts`: how long
    one counts as current that says nothing of its end (D7§2). `kept`: after it was last posted. `needs`: what one of a
    category says before others are asked to let it pass (D2§10.1). `within`: how long after what it tells of (D2§10.2).
    """

    usual_time: time = time(9)
    leader: str = "常务副总裁"
    co_reviewer: str = "president_office"
    as_company: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset({"E5"})
    hosts: tuple[str, ...] = ()
    always_preview: bool = False
    most_bytes: int = 1900  # of WeCom's 2048, less what is written below a text
    repeat_within: timedelta = timedelta(minutes=10)
    lasts: timedelta = timedelta(days=30)
    caps: CapRules = field(default_factory=CapRules)
    matrix: MatrixRules = field(default_factory=MatrixRules)
    channels: tuple[Channel, ...] = ()
    templates: tuple[Template, ...] = ()
    ask_needs: bool = False  # heads of departments, once a quarter (D11§三.3)
    collect_on: int | None = None  # the weekday (0 is Monday) on which departments are asked for news
    kept: timedelta = timedelta(days=3 * 365 + 1)
    needs: Mapping[str, frozenset[Need]] = field(default_factory=lambda: NEEDS)
    within: Mapping[str, timedelta] = field(default_factory=lambda: WITHIN)
