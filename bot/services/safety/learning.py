"""The buttons of cards about trainings, signing in and shared experience, by topic; who wants what is sent along."""

from collections.abc import Mapping
from typing import Final

from bot.services.safety.exchange import publishing, reading, reviewing, writing
from bot.services.safety.sign_in import leading, sheets, signing
from bot.services.safety.training import examining, materials, planning
from bot.shapes.serving import Pressed, Taker

PRESSES: Final[Mapping[str, Pressed]] = {
    sheets.TOPIC: signing.pressed,
    leading.TOPIC: leading.pressed,
    planning.TOPIC: planning.pressed,
    examining.TOPIC: examining.pressed,
    writing.TOPIC: writing.pressed,
    reviewing.TOPIC: reviewing.pressed,
    publishing.TOPIC: reading.pressed,
}
TAKERS: Final[tuple[Taker, ...]] = (materials.take, writing.take)
