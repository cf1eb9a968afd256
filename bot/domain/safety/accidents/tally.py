"""How many an accident has hurt, and what it has cost, as far as anybody knows (493号令 art. 12)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """People, and the direct loss in 元. None: nobody has said. `serious` includes acute poisoning (493号令 art. 3)."""

    deaths: int | None = None
    serious: int | None = None
    minor: int | None = None
    missing: int | None = None
    trapped: int | None = None
    loss: int | None = None

    @property
    def at_stake(self) -> int:
        """Whose lives it has taken, may have taken, or still may take."""
        return (self.deaths or 0) + (self.serious or 0) + (self.missing or 0) + (self.trapped or 0)

    @property
    def hurt(self) -> int:
        """Who is hurt or dead, however lightly."""
        return (self.deaths or 0) + (self.serious or 0) + (self.minor or 0)

    @property
    def is_harmless(self) -> bool:
        """Somebody has said that nobody is dead, badly hurt, missing or trapped."""
        return self.deaths == 0 and self.serious == 0 and not self.at_stake
