"""What the configuration says of how cries for help are heard: [safety.hearing]."""

from bot.config.sections import Section


class HearingSection(Section):
    """`second_ear`: also by what was learnt from many lines beforehand (decision 55), not by rules alone."""

    second_ear: bool = True
