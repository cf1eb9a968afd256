"""What the configuration says of safety: areas and whose they are (D4§5.1(2))."""

from datetime import timedelta

from pydantic import Field, field_validator

from bot.config.accidents import AccidentsSection
from bot.config.safety_calls import CallsSection
from bot.config.safety_hazards import HazardsSection
from bot.config.safety_hearing import HearingSection
from bot.config.safety_rounds import DrillsSection, InspectionsSection
from bot.config.safety_year import SafetyYearFields
from bot.config.sections import Section
from bot.config.weather import WeatherSection
from bot.domain.safety.rules import Area, SafetyRules
from bot.identifiers import GroupId, user_id


class AreaSection(Section):
    """People by userid, the department by name, groups by their id in [[groups]]."""

    code: str = Field(min_length=1, max_length=16)
    name: str = Field(min_length=1, max_length=32)
    aliases: list[str] = Field(default_factory=list)
    department: str = ""
    responsible: str | None = None
    deputy: str | None = None
    groups: list[str] = Field(default_factory=list)

    def area(self) -> Area:
        return Area(
            name=self.name,
            code=self.code,
            aliases=tuple(self.aliases),
            department=self.department,
            responsible=user_id(self.responsible) if self.responsible else None,
            deputy=user_id(self.deputy) if self.deputy else None,
            groups=tuple(map(GroupId, self.groups)),
        )


class SafetySection(SafetyYearFields):
    """`protected_days`: how long who reported something isn't punished without a higher approver."""

    protected_days: int = Field(default=90, ge=30, le=730)
    areas: list[AreaSection] = Field(default_factory=list)
    accidents: AccidentsSection = AccidentsSection()
    calls: CallsSection = CallsSection()
    inspections: InspectionsSection = InspectionsSection()
    drills: DrillsSection = DrillsSection()
    hazards: HazardsSection = HazardsSection()
    weather: WeatherSection = WeatherSection()
    hearing: HearingSection = HearingSection()
    outsiders_link: str = Field(default="", pattern=r"^(https://\S{4,200})?$")

    @field_validator("areas")
    @classmethod
    def _each_once(cls, areas: list[AreaSection]) -> list[AreaSection]:
        """Of two areas with one name the bot would tell the wrong people."""
        seen: set[str] = set()
        for word in (word for each in areas for word in {each.code, each.name, *each.aliases}):
            if word in seen:
                raise ValueError(f"有两个区域都叫 {word}，请改一个")
            seen.add(word)
        return areas

    def rules(self) -> SafetyRules:
        return SafetyRules(
            tuple(each.area() for each in self.areas),
            timedelta(days=self.protected_days),
            accidents=self.accidents.rules(),
            calls=self.calls.rules(),
            inspections=self.inspections.rules(),
            drills=self.drills.rules(),
            criteria=self.hazards.rules(),
            weather_every=self.weather.every(),
            second_ear=self.hearing.second_ear,
            outsiders_link=self.outsiders_link,
        )
