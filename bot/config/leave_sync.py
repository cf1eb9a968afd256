"""What the configuration says of WeCom's own leave balances."""

from typing import Literal, Self

from pydantic import Field, model_validator

from bot.config.sections import Section


class LeaveSyncSection(Section):
    """`types`: a type of ours -> the name of WeCom's kind of leave that its balance, or its form, goes to. `template`:
    the id of the template of 请假; then approved leaves are filed as forms. `approver`: by whom a form is agreed to."""

    balances: bool = False
    template: str = ""
    approver: Literal["template", "decider"] = "template"
    types: dict[str, str] = Field(default_factory=lambda: {"年假": "年假"})

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        names = list(self.types.values())
        if twice := [name for name in names if names.count(name) > 1]:
            raise ValueError(f"types 里两种假都写了企业微信的 {twice[0]}，一种只能对应一种")
        if self.balances and not self.types:
            raise ValueError("balances 打开了，types 里却没有写要同步哪种假")
        if self.template and not self.types:
            raise ValueError("写了 template，types 里却没有写要提交哪种假")
        return self

    def vacations(self) -> dict[str, str]:
        return dict(self.types) if self.balances else {}

    def forms(self) -> dict[str, str]:
        return dict(self.types) if self.template else {}
