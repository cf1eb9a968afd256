"""Whether tags may be written."""

from tests.doctor.clinic import Clinic

RULE = {"name": "电工", "titles": ["*电工*"]}


async def test_nothing_where_none_are_and_a_rehearsal_is_said(clinic: Clinic) -> None:
    assert (await clinic.report()).of("tags") == []
    clinic.values["tags"] = {"write": "dry_run", "rules": [RULE]}
    (finding,) = (await clinic.report()).of("tags")
    assert finding.says == "试运行，什么都不写"


async def test_there_is_no_app(clinic: Clinic) -> None:
    clinic.values["tags"] = {"write": "on", "rules": [RULE]}
    clinic.values["wecom"] = {key: value for key, value in clinic.values["wecom"].items() if key in ("api_base", "bot")}
    (finding,) = (await clinic.report()).of("tags")
    assert finding.says == "要写标签，但没有配置应用"


async def test_they_are_read(clinic: Clinic) -> None:
    clinic.values["tags"] = {"write": "on", "rules": [RULE]}
    (finding,) = (await clinic.report()).of("tags")
    assert finding.says.endswith("1 条规则")
