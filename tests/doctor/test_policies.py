"""The lines about policies: what binds, and who decides."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.doctor.policies import of_rules
from bot.domain.moderation.pack import Procedure
from bot.domain.moderation.rules import ModerationRules
from bot.domain.moderation.shelf import adopted, shipped, with_own
from bot.domain.rights import Role
from tests.doctor.clinic import Clinic

NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2026, 2, 1)
WHOLE = Procedure(DAY, DAY, DAY, 90)


def rules(pack: str, procedure: Procedure) -> ModerationRules:
    found = next(each for each in shipped() if each.id == pack)
    return ModerationRules(shelf=with_own(shipped(), [adopted(found, procedure, DAY)]), usual=pack)


def lines(rules: ModerationRules, *given: Role) -> list[str]:
    return [finding.line for finding in of_rules(rules, given, NOW)]


def test_what_comes_along_only_keeps_order() -> None:
    assert lines(ModerationRules()) == ["✓ 处理违规的制度：用 D8《企业微信社群管理制度》，还没有公示，只维持群里秩序。"]


def test_what_was_begun_is_to_be_finished() -> None:
    (line,) = lines(rules("D8", replace(WHOLE, ack=None)))
    assert line == (
        "! 处理违规的制度：D8《企业微信社群管理制度》还缺员工签收，只作提示。下一步：办完补在 [moderation.adopted.D8]。"
    )


def test_what_binds_needs_somebody_to_decide() -> None:
    assert lines(rules("D8", WHOLE)) == ["✓ 处理违规的制度：用 D8《企业微信社群管理制度》。"]
    (_, vacant, *_) = lines(rules("D3", WHOLE), Role.HR)
    assert (
        vacant == "! 处理违规的制度：D3 的「警告」由管理小组定，现在没有人担任。下一步：在 [roles] 里给出 mgmt_group。"
    )
    assert len(lines(rules("D3", WHOLE), Role.HR, Role.MGMT_GROUP)) == 1


async def test_it_is_asked(clinic: Clinic) -> None:
    (finding,) = (await clinic.report()).of("policies")
    assert finding.line.startswith("✓ 处理违规的制度：用 D8")
