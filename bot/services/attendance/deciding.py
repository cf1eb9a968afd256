"""Who decides on what is filed of attendance: the direct leader, or who stands in for him (D6§12)."""

from typing import Final

from bot.domain.approvals.request import Step
from bot.domain.approvals.selectors import Selector

STEPS: Final = (Step((Selector.leader(),)),)
