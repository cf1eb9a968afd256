"""Work groups as the registry knows them. One room has another id in each channel; nothing assumes they agree."""

from dataclasses import dataclass

from bot.identifiers import ChatId, GroupId, UserId


@dataclass(frozen=True, slots=True)
class Group:
    """`bot_chat` is the AI bot's id of the room, `app_chat` the app's where it made the room, `webhook` the key of the
    room's webhook; any may be missing.

    `kind` is the type of D7 (E1…E6). `subscribes` names the notices it gets unless somebody changed that in chat.
    """

    id: GroupId
    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    admins: frozenset[UserId] = frozenset()
    members: frozenset[UserId] = frozenset()
    bot_chat: ChatId | None = None
    app_chat: ChatId | None = None
    webhook: str | None = None
    subscribes: frozenset[str] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    @property
    def has_customers(self) -> bool:
        """E5, a marketing platform (D7§4.5): WeCom has such groups apart, and tells more of them."""
        return self.kind == "E5"
