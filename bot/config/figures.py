"""What the configuration says of figures that come by themselves."""

from bot.config.sections import Section
from bot.domain.figures.rules import FigureRules


class FiguresSection(Section):
    weekly: bool = True
    monthly: bool = True

    def rules(self) -> FigureRules:
        return FigureRules(weekly=self.weekly, monthly=self.monthly)
