"""The buttons of cards about accounts: those by which somebody acts for an office, and those about himself."""

from collections.abc import Mapping
from typing import Final

from bot.services.accounts import by_hand, confirming, ends, profiles
from bot.services.accounts.leaving import pressing, ringing
from bot.services.accounts.leaving.telling import TOPIC as LEAVING
from bot.shapes.serving import Pressed

OF_OFFICE: Final[Mapping[str, Pressed]] = {
    by_hand.TOPIC: by_hand.pressed,
    LEAVING: pressing.pressed,
    ringing.TOPIC: ringing.pressed,
    profiles.TOPIC: profiles.pressed,
    ends.TOPIC: ends.pressed,
}
HIS_OWN: Final[Mapping[str, Pressed]] = {
    confirming.TOPIC: confirming.pressed,
    confirming.ALL_TOPIC: confirming.pressed,
}
