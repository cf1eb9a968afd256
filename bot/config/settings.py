"""The configuration: a TOML file, every value of it overridable by a `QUNWU_` variable (`QUNWU_DATABASE__URL`).

A secret may stand in the file, in a variable, or in a file of its own that `<name>_file` names.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, PrivateAttr, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.config.accounts import AccountsSection
from bot.config.approvals import ApprovalsSection
from bot.config.attendance import AttendanceSection
from bot.config.audit import AuditSection
from bot.config.backup import BackupSection
from bot.config.calendar import CalendarSection
from bot.config.company import CompanySection, GroupSection
from bot.config.desk import DeskSection
from bot.config.figures import FiguresSection
from bot.config.grooming import GroomingSection
from bot.config.group_rules import GroupRulesSection
from bot.config.group_types import GroupTypes, checked, types
from bot.config.leave import LeaveSection
from bot.config.leave_sync import LeaveSyncSection
from bot.config.moderation import ModerationSection
from bot.config.nicknames import NicknamesSection
from bot.config.notices import NoticesSection
from bot.config.receipts import ReceiptsSection
from bot.config.roles import Roles, rules
from bot.config.safety import SafetySection
from bot.config.sealing import PrivacySection
from bot.config.sections import Section
from bot.config.security import SecuritySection
from bot.config.spool import SpoolSection
from bot.config.tags import TagsSection
from bot.config.training import TrainingSection
from bot.config.wecom import WeComSection
from bot.domain.accounts.works import Write
from bot.domain.company import Company
from bot.domain.tags.tag import gives_role
from bot.identifiers import GroupId

PREFIX = "QUNWU_"


class DatabaseSection(Section):
    """`sqlite:///path` (one process) or `postgres://user:password@host/name`."""

    url: str = Field(default="sqlite://qunwu.sqlite3", repr=False)

    @field_validator("url")
    @classmethod
    def _of_a_kind_we_know(cls, url: str) -> str:
        if not url.startswith(("sqlite://", "postgres://")):
            raise ValueError("要以 sqlite:// 或 postgres:// 开头")
        return url


class ServerSection(Section):
    """Where the bot listens for WeCom's callbacks and for health checks.

    `public_url` is how it is reached from outside, without `/wecom/…`: `qunwu check` asks there, and calendars do.
    `ical`: people may subscribe to calendars of leave, under `/ical/…`.
    """

    host: str = "127.0.0.1"
    port: int = Field(default=8802, ge=1, le=65535)
    public_url: str | None = None
    ical: bool = False

    @field_validator("public_url")
    @classmethod
    def _an_address(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith(("https://", "http://")):
            raise ValueError("要以 https:// 或 http:// 开头")
        return url

    @model_validator(mode="after")
    def _reached_from_outside(self) -> "ServerSection":
        if self.ical and not (self.public_url or "").startswith("https://"):
            raise ValueError("ical = true 还要写 public_url，以 https:// 开头：日历从外面来读")
        return self

    @property
    def feeds_at(self) -> str:
        """`https://bot.example.com/ical/`; empty where nobody may subscribe."""
        return f"{(self.public_url or '').rstrip('/')}/ical/" if self.ical else ""


class Settings(BaseSettings):
    """Everything that can be set."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True)

    clock: Literal["system", "sandbox"] = "system"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    database: DatabaseSection = DatabaseSection()
    server: ServerSection = ServerSection()
    spool: SpoolSection = SpoolSection()
    wecom: WeComSection
    company: CompanySection = CompanySection()
    nicknames: NicknamesSection = NicknamesSection()
    calendar: CalendarSection = CalendarSection()
    approvals: ApprovalsSection = ApprovalsSection()
    grooming: GroomingSection = GroomingSection()
    leave: LeaveSection = LeaveSection()
    attendance: AttendanceSection = AttendanceSection()
    training: TrainingSection = TrainingSection()
    figures: FiguresSection = FiguresSection()
    accounts: AccountsSection = AccountsSection()
    notices: NoticesSection = NoticesSection()
    receipts: ReceiptsSection = ReceiptsSection()
    leave_sync: LeaveSyncSection = LeaveSyncSection()
    privacy: PrivacySection = PrivacySection()
    roles: Roles = Field(default_factory=dict)
    group_types: Annotated[GroupTypes, AfterValidator(checked)] = Field(default_factory=dict)
    group_rules: GroupRulesSection = GroupRulesSection()
    groups: list[GroupSection] = Field(default_factory=list)
    audit: AuditSection = AuditSection()
    backup: BackupSection = BackupSection()
    moderation: ModerationSection = Field(default_factory=ModerationSection)  # has what it read, which isn't copied
    safety: SafetySection = SafetySection()
    desk: DeskSection = DeskSection()
    security: SecuritySection = SecuritySection()
    tags: TagsSection = TagsSection()
    _as_written: dict[str, Any] = PrivateAttr(default_factory=dict)

    def __init__(self, **values: Any) -> None:
        super().__init__(**values)
        self._as_written = values

    @property
    def as_written(self) -> Mapping[str, Any]:
        """The file, without what variables say and without what is taken where it is silent."""
        return self._as_written

    @field_validator("groups")
    @classmethod
    def _each_once(cls, groups: list[GroupSection]) -> list[GroupSection]:
        """Two blocks of one group would have the bot mistake one for the other."""
        for key in ("id", "name", "bot_chat_id", "app_chat_id"):
            times = Counter(value for each in groups if (value := getattr(each, key)))
            if twice := [value for value, count in times.items() if count > 1]:
                raise ValueError(f"有两个群的 {key} 都是 {twice[0]}")
        return groups

    @field_validator("leave_sync")
    @classmethod
    def _of_known_leave(cls, section: LeaveSyncSection, told: ValidationInfo) -> LeaveSyncSection:
        """`leave` is read before; where that is wrong, nothing more is said of it here."""
        leave = told.data.get("leave")
        known = leave.rules().types.types if isinstance(leave, LeaveSection) else None
        if known is None:
            return section
        if unknown := [type_ for type_ in section.types if type_ not in known]:
            raise ValueError(f"types 写了 {unknown[0]}，没有这种假")
        bare = [type_ for type_ in section.types if not known[type_].has_balance]
        if bare and not section.template:
            raise ValueError(f"types 写了 {bare[0]}，这种假不设余额；要把它提交到审批，请写 template")
        return section

    @field_validator("accounts")
    @classmethod
    def _by_a_right(cls, section: AccountsSection, told: ValidationInfo) -> AccountsSection:
        wecom = told.data.get("wecom")
        if section.rules().write is Write.ON and isinstance(wecom, WeComSection) and wecom.contacts is None:
            raise ValueError(
                'write = "on" 要有 [wecom.contacts] 的 secret（管理后台 管理工具 → 通讯录同步，打开编辑权限）'
            )
        return section

    @field_validator("group_rules")
    @classmethod
    def _rules_of_known_types(cls, section: GroupRulesSection, told: ValidationInfo) -> GroupRulesSection:
        known = [each.key for each in types(told.data.get("group_types", {}))]
        if unknown := [key for key in section.by_type if key not in known]:
            raise ValueError(f"by_type 写了 {unknown[0]}，没有这类群，可以写 {'、'.join(known)}")
        return section

    @field_validator("moderation")
    @classmethod
    def _packs_of_known_types(cls, section: ModerationSection, told: ValidationInfo) -> ModerationSection:
        known = [each.key for each in types(told.data.get("group_types", {}))]
        if unknown := [key for key in section.by_type if key not in known]:
            raise ValueError(f"by_type 写了 {unknown[0]}，没有这类群，可以写 {'、'.join(known)}")
        if leave := told.data.get("leave"):
            section.ensure_region(leave.region)
        return section

    @field_validator("groups")
    @classmethod
    def _of_known_types(cls, groups: list[GroupSection], told: ValidationInfo) -> list[GroupSection]:
        known = [each.key for each in types(told.data.get("group_types", {}))]
        for each in groups:
            if each.type and each.type not in known:
                raise ValueError(f"群「{each.name}」的 type 写了 {each.type}，没有这类群，可以写 {'、'.join(known)}")
        return groups

    @field_validator("tags")
    @classmethod
    def _no_roles_by_rule(cls, section: TagsSection, told: ValidationInfo) -> TagsSection:
        given = rules(told.data.get("roles", {}))
        if found := [each.name for each in section.rules if gives_role(each.name, given)]:
            raise ValueError(f"标签「{found[0]}」在 [roles] 里带着权限，不能由规则来打，请换一个名字")
        return section

    @field_validator("audit")
    @classmethod
    def _posted_to_a_known_group(cls, section: AuditSection, told: ValidationInfo) -> AuditSection:
        if section.group and section.group not in {each.id for each in told.data.get("groups", ())}:
            raise ValueError(f"group 写了 {section.group}，[[groups]] 里没有这个 id")
        return section

    @field_validator("safety")
    @classmethod
    def _areas_of_known_groups(cls, section: SafetySection, told: ValidationInfo) -> SafetySection:
        known = {each.id for each in told.data.get("groups", ())}
        for area in section.areas:
            if unknown := [group for group in area.groups if group not in known]:
                raise ValueError(f"区域「{area.name}」的 groups 写了 {unknown[0]}，[[groups]] 里没有这个 id")
        if section.calls.group and section.calls.group not in known:
            raise ValueError(f"calls 的 group 写了 {section.calls.group}，[[groups]] 里没有这个 id")
        return section

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Variables beat the file."""
        return env_settings, init_settings

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.company.timezone)

    def configured_company(self) -> Company:
        """The part of the company that the configuration tells; people come from the directory."""
        return Company(
            groups=tuple(each.group() for each in self.groups),
            role_rules=rules(self.roles),
            aliases={name: tuple(aliases) for name, aliases in self.company.department_aliases.items()},
            bot_name=self.company.bot_name,
            nickname_rules=self.nicknames.rules(),
            pace=self.approvals.pace(self.calendar.pace(self.notices.quiet())),
            group_types=types(self.group_types),
            group_rules=self.group_rules.texts(
                {GroupId(each.id): each.rules for each in self.groups if each.rules is not None}
            ),
            keep_files=timedelta(days=self.company.keep_files_days),
            retention=self.privacy.retention(),
            grooming=self.grooming.rules(),
            leave=self.leave.rules(),
            attendance=self.attendance.rules(),
            training=self.training.rules(),
            figures=self.figures.rules(),
            accounts=self.accounts.rules(),
            notices=self.notices.rules(),
            receipts=self.receipts.rules(),
            moderation=self.moderation.rules(self.leave.region),
            safety=self.safety.rules(),
            safety_year=self.safety.year(),
            audit=self.audit.rules(),
            backup=self.backup.rules(),
            desk=self.desk.rules(),
            security=self.security.rules(),
            tags=self.tags.terms(),
            wecom_vacations=self.leave_sync.vacations(),
            wecom_forms=self.leave_sync.forms(),
            forms_to_decider=self.leave_sync.approver == "decider",
            feeds_at=self.server.feeds_at,
        )
