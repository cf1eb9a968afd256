"""By which clock people are left in peace: 21:00 to 08:00, unless the company says otherwise (D5§9, D11§6)."""

from dataclasses import dataclass
from datetime import time
from typing import Final


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Over midnight: from `begins` in the evening until `ends` the next morning."""

    begins: time = time(21)
    ends: time = time(8)

    def __contains__(self, moment: time) -> bool:
        return not self.ends <= moment < self.begins


USUAL: Final = QuietHours()
