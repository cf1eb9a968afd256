"""What the configuration says of training."""

from pydantic import Field

from bot.config.sections import Section
from bot.domain.safety.training.rules import TrainingRules


class TrainingSection(Section):
    """Hours of a year that are wanted of everybody, of the departments in `hours_of`, and of whoever is new.

    `newcomers`: for whoever joins a training is drafted, which somebody who answers for safety lets go.
    """

    yearly_hours: int = Field(default=8, ge=0, le=200)
    newcomer_hours: int = Field(default=24, ge=0, le=200)
    hours_of: dict[str, int] = Field(default_factory=dict)
    pass_mark: int = Field(default=80, ge=1, le=100)
    newcomers: bool = False

    def rules(self) -> TrainingRules:
        return TrainingRules(
            newcomer_hours=self.newcomer_hours,
            yearly_hours=self.yearly_hours,
            hours_of=dict(self.hours_of),
            pass_mark=self.pass_mark,
            newcomers=self.newcomers,
        )
