"""`qunwu pia`: the assessment of what the bot means for people's privacy, from its register and its configuration."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.cli._shared import Calls, config_option
from bot.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.config.settings import Settings
    from bot.domain.privacy.impact.setup import Setup


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "pia",
        help="the assessment of the impact on people's privacy, as Markdown",
        description="Writes what the law wants to be assessed before personal information is used (个人信息保护法"
        " art. 55, 56): what is kept, why, on which ground, for how long, who sees it, where it goes, what may go wrong"
        " and what is done about it, as this configuration stands. It holds nothing of anybody; whoever signs it adds"
        " the conclusion. Neither the database nor WeCom is asked.",
        epilog="example: qunwu pia --out pia-2026.md",
    )
    parser.add_argument("--out", type=Path, metavar="FILE.md", help="default: the screen")
    config_option(parser)
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    from datetime import datetime

    from bot.config import loading
    from bot.domain.privacy.impact.writing import assessment

    settings = loading.load(options.config)
    text = assessment(_setup(settings), datetime.now(settings.zone).date())
    if options.out is None:
        print(text, end="")
        return 0
    try:
        options.out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ConfigError([f"{options.out}：{error.strerror}"]) from None
    print(f"写好了：{options.out}。请核对、补上结论并签字，至少保存三年。")
    return 0


def _setup(settings: "Settings") -> "Setup":
    from bot.domain.accounts.works import Write
    from bot.domain.privacy.impact.setup import Setup

    content = settings.moderation.content
    return Setup(
        retention=settings.privacy.retention(),
        days=_days(settings),
        elsewhere=_elsewhere(settings),
        roles=len(settings.roles),
        own_seal=not settings.privacy.keys,
        own_backup=not settings.backup.keys,
        backed_up=settings.backup.nightly,
        copied=settings.backup.copy_to is not None,
        own_trail_key=not settings.audit.keys,
        heads_elsewhere=settings.audit.head_file is not None,
        archive_since=content.archive_since if content.archive else None,
        reads_punches=settings.attendance.read_punches,
        reads_logins=settings.security.read_logins,
        writes_accounts=settings.accounts.write is Write.ON,
        calendars=settings.server.ical,
        open_to_network=settings.server.host not in ("127.0.0.1", "::1", "localhost"),
    )


def _days(settings: "Settings") -> "Mapping[str, str]":
    """What `Kept.until` says in general, in numbers."""
    from bot.domain.privacy.keeping import Kept

    reports, years, days = settings.moderation.reports, settings.notices.keep_years, "天后删除"
    return {
        Kept.REPORTS: f"加密保存，办结后属实的 {reports.proven_days} 天、不属实的 {reports.unproven_days} {days}，"
        f"和举报人的联系 {reports.link_days} 天后断开",
        Kept.INCIDENTS: f"加密保存，办结 {settings.security.kept_days} {days}",
        Kept.NOTICES: f"最后一次发出 {years} 年后一起删除，现行制度和它的签收留到换新版 {years} 年后",
        Kept.DESK: f"内容加密保存，办完 {settings.desk.keep_days} 天后连姓名一起删除",
    }


def _elsewhere(settings: "Settings") -> "Mapping[str, str]":
    database, backup = urlsplit(settings.database.url), settings.backup
    found = {
        f"企业微信 {urlsplit(settings.wecom.api_base).hostname}": "发给员工和群的消息、卡片和文件；通讯录",
        f"数据库 {database.hostname or '本机 SQLite 文件'}": "第二部分的全部内容",
    }
    if backup.nightly:
        place = "、".join(str(each) for each in (backup.folder or "数据库旁边", backup.copy_to) if each)
        found[f"备份 {place}"] = f"加密的全部内容，保留 {backup.days} 天、{backup.weeks} 周"
    if settings.leave_sync.balances:
        found["企业微信假勤"] = "假期余额"
    if feed := settings.safety.weather.feed:
        found[f"天气 {urlsplit(feed).hostname or feed}"] = "只读，不发送任何人的信息"
    if settings.server.ical:
        found[f"日历 {urlsplit(settings.server.public_url or '').hostname}"] = "本人订阅的请假日历，没有原因"
    return found
