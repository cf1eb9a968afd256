"""What the configuration says of hazards: by whose standards a major one is hinted at (重大事故隐患判定标准)."""

from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from bot.config.sections import Section, meaning_of
from bot.domain.safety.hazards.criteria import Criterion, criteria, sectors


class HazardsSection(Section):
    """`sectors`: trades whose criteria come along; none: no hints. `criteria`: a file of the company's own."""

    sectors: list[str] = Field(default_factory=list)
    criteria: str = ""

    @model_validator(mode="after")
    def _that_there_are(self) -> Self:
        known = sectors()
        if strange := next((each for each in self.sectors if each not in known), None):
            raise ValueError(f"没有「{strange}」的判定标准，有 {'、'.join(known)}；别的写在 criteria 的文件里")
        self.rules()
        return self

    def rules(self) -> tuple[Criterion, ...]:
        """Raises ValueError with a Chinese line."""
        if not self.criteria:
            return criteria(self.sectors)
        return meaning_of(Path(self.criteria), lambda text: criteria(self.sectors, text))
