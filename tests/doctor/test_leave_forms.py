"""Whether approved leave can be filed by the template that is named."""

import pytest

from tests.doctor.clinic import Clinic


async def test_nobody_wants_it(clinic: Clinic) -> None:
    assert (await clinic.report()).of("leave_forms") == []


async def test_all_is_there(clinic: Clinic) -> None:
    clinic.values["leave_sync"] = {"template": "TPL_LEAVE", "types": {"年假": "年假", "事假": "事假"}}
    (finding,) = (await clinic.report()).of("leave_forms")
    assert finding.line == "✓ 提交请假审批：模板能填，按半天。"


@pytest.mark.parametrize(
    ("template", "vacation", "says"),
    [
        ("TPL_LEAVE", "带薪年假", "模板里没有「带薪年假」这种假"),
        ("TPL_GENERAL", "年假", "模板里没有请假控件"),
        ("TPL_NONE", "年假", "没有这个模板，或者它停用了（301025）"),
    ],
)
async def test_a_template_that_will_not_do(clinic: Clinic, template: str, vacation: str, says: str) -> None:
    clinic.values["leave_sync"] = {"template": template, "types": {"年假": vacation}}
    (finding,) = (await clinic.report()).of("leave_forms")
    assert finding.says == says


async def test_it_isnt_listed(clinic: Clinic) -> None:
    clinic.values["leave_sync"] = {"template": "TPL_LEAVE"}
    await clinic.do("settings", listed_in="checkin")
    (finding,) = (await clinic.report()).of("leave_forms")
    assert finding.says == "没有权限（301055）"
