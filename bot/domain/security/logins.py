"""Somebody's account was logged in on another device, as WeCom tells it (D-100178); where from is not kept."""

from dataclasses import dataclass
from datetime import datetime

from bot.identifiers import UserId


@dataclass(frozen=True, slots=True)
class Login:
    """`secondary`: beside the device that he uses, as WeCom's 副设备."""

    user: UserId
    at: datetime
    secondary: bool = False

    @property
    def key(self) -> str:
        """The same for the same login, however often it is read."""
        return f"login:{int(self.at.timestamp())}"
