"""What the configuration says of the company: its clock, its names for things, its rooms."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator

from bot.config.group_rules import RulesText
from bot.config.sections import Secret, Section
from bot.domain.groups.group import Group
from bot.domain.notices.topics import Topic
from bot.identifiers import ChatId, GroupId, user_id


class CompanySection(Section):
    """`department_aliases`: a department's name -> other names people use for it."""

    bot_name: str = "小助手"
    timezone: str = "Asia/Shanghai"
    department_aliases: dict[str, list[str]] = Field(default_factory=dict)
    keep_files_days: int = Field(default=180, ge=1)

    @field_validator("timezone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f"没有 {name} 这个时区") from None
        return name


class GroupSection(Section):
    """A room of the registry and its bindings; people are given by userid, departments by name.

    What is changed in chat afterwards stays changed until this file says something else.
    """

    id: str
    name: str
    type: str = ""
    aliases: list[str] = Field(default_factory=list)
    purpose: str = Field(default="", max_length=500)
    departments: list[str] = Field(default_factory=list)
    mandatory: bool | None = None
    owner: str | None = None
    admins: list[str] = Field(default_factory=list)
    deputies: list[str] = Field(default_factory=list)
    members: list[str] = Field(default_factory=list)
    bot_chat_id: str | None = None
    app_chat_id: str | None = None
    webhook_key: Secret | None = None
    subscribes: list[Topic] = Field(default_factory=list)
    rules: RulesText | None = None

    def group(self) -> Group:
        return Group(
            id=GroupId(self.id),
            name=self.name,
            kind=self.type,
            aliases=tuple(self.aliases),
            purpose=self.purpose,
            departments=tuple(self.departments),
            mandatory=self.mandatory,
            owner=user_id(self.owner) if self.owner else None,
            deputies=frozenset(map(user_id, self.deputies)),
            admins=frozenset(map(user_id, self.admins)),
            members=frozenset(map(user_id, self.members)),
            bot_chat=ChatId(self.bot_chat_id) if self.bot_chat_id else None,
            app_chat=ChatId(self.app_chat_id) if self.app_chat_id else None,
            webhook=self.webhook_key.get_secret_value() if self.webhook_key else None,
            subscribes=frozenset(self.subscribes),
        )
