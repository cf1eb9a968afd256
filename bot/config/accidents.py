"""What the configuration says of accidents: who heads the unit, what a report says of it, where its plan lies."""

from pydantic import Field

from bot.config.sections import Section
from bot.domain.rights import Role
from bot.domain.safety.accidents.rules import MILLION, AccidentRules


class AccidentsSection(Section):
    """`unit_head`: a role of [roles]. `loss_from`: 元 of direct loss from which what hurt nobody is reported."""

    unit_head: Role = Role.EXECUTIVE
    loss_from: int = Field(default=MILLION, ge=1)
    authority: str = Field(default="县级以上应急管理部门和行业主管部门", min_length=1, max_length=40)
    unit: str = Field(default="", max_length=500)
    plan: str = Field(default="", max_length=200)
    spokesperson: str = Field(default="", max_length=40)

    def rules(self) -> AccidentRules:
        return AccidentRules(**self.model_dump())
