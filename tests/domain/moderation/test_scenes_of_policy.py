"""Which text judges, in which version, and what follows: the scenes of tests/data for one company's settings, and the
ladders as the texts have them (requirements, section 4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.config import loading
from bot.domain.groups.group import Group
from bot.domain.moderation.categories import Severity, categories, category
from bot.domain.moderation.history import Past, PastState
from bot.domain.moderation.ladder import step_for
from bot.domain.moderation.pack import SEVERITIES
from bot.domain.moderation.rules import ModerationRules
from bot.domain.moderation.shelf import shipped
from bot.identifiers import GroupId
from tests.config.test_settings import MINIMAL

ZONE = ZoneInfo("Asia/Shanghai")
STATES = {each.name.lower(): each for each in PastState}
FILE = Path(__file__).parents[2] / "data" / "policy_scenes.txt"
GROUPS = {
    "-": None,
    "B": Group(GroupId("G-B"), "项目B工作群", kind="E4"),
    **{kind: Group(GroupId(f"G-{kind}"), kind, kind=kind) for kind in ("E1", "E4", "E5")},
}
COMPANY = """
packs = ["{here}/HB-1.toml", "{here}/HB-2.toml", "{here}/LATE.toml"]
[moderation.by_type]
E1 = "D3"
E5 = "D5"
[moderation.by_group]
G-B = "D12"
[moderation.by_precedence]
C02 = "HB"
C06 = "HB"
C14 = "LATE"
[moderation.adopted.D8]
discussed = 2026-01-05
consulted = 2026-01-12
published = 2026-01-20
ack = 96
since = 2026-02-01
[moderation.adopted.D3]
discussed = 2026-01-05
consulted = 2026-01-12
published = 2026-03-01
ack = 91
"""
HANDBOOK = """
id = "{id}"
name = "员工手册"
document = "员工手册"
version = "{version}"
since = {since}
{more}
[procedure]
discussed = 2025-11-01
consulted = 2025-11-08
published = {published}
ack = 100
[forbids]
C02 = ["{id}§1"]
C06 = ["{id}§2"]
C14 = ["{id}§3"]
[[steps]]
key = "warning"
name = "警告"
kind = "warning"
clause = "{id}§8"
decides = ["mgmt_group"]
[[steps]]
key = "hr"
name = "交人力资源"
kind = "hr_case"
clause = "{id}§9"
decides = ["hr"]
[ladder]
mild = ["warning", "warning", "hr"]
serious = ["{heavy}"]
critical = ["{heavy}"]
"""
SECOND = 'repeat = "any"\ndecay = "each"\nwindow_days = 90'


@dataclass(frozen=True, slots=True)
class Scene:
    where: str
    category: str
    severity: Severity
    at: datetime
    before: Sequence[Past]
    expected: tuple[str, str, int, str]


def moment(written: str) -> datetime:
    found = datetime.fromisoformat(written)
    return found if found.tzinfo else found.replace(tzinfo=ZONE)


def past(number: int, written: str) -> Past:
    at, code, *more = written.split()
    states = [STATES[each] for each in more if each in STATES]
    acts = [each for each in more if each not in STATES]
    return Past(f"WG-{number}", code, moment(at), states[0] if states else PastState.CONFIRMED, "".join(acts))


def scene(line: str) -> Scene:
    where, act, before, text, step, count, binds = (each.strip() for each in line.split("|"))
    code, severity, at = act.split()
    history = [past(number, each) for number, each in enumerate(before.split(",")) if each != "-"]
    return Scene(where, code, Severity(severity), moment(at), history, (text, step, int(count), binds))


LINES = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> ModerationRules:
    """As an operator writes them."""
    here = tmp_path_factory.mktemp("policy")
    first, second, late = (
        ("HB", "1", "2026-01-01", "until = 2026-06-30", "2025-12-01", "warning"),
        ("HB", "2", "2026-07-01", SECOND, "2025-12-01", "hr"),
        ("LATE", "1", "2026-04-01", "until = 2026-12-31", "2026-04-15", "warning"),
    )
    for name, values in (("HB-1", first), ("HB-2", second), ("LATE", late)):
        keys = dict(zip(("id", "version", "since", "more", "published", "heavy"), values, strict=True))
        (here / f"{name}.toml").write_text(HANDBOOK.format(**keys), encoding="utf-8")
    config = here / "config.toml"
    config.write_text(f"{MINIMAL}\n[moderation]{COMPANY.format(here=here)}", encoding="utf-8")
    return loading.load(config).configured_company().moderation


@pytest.mark.parametrize("line", LINES, ids=[f"{number} {line.partition('|')[2]}" for number, line in enumerate(LINES)])
def test_the_scenes(line: str, rules: ModerationRules) -> None:
    found = scene(line)
    pack = rules.pack_of(GROUPS[found.where], found.at, category(found.category))
    standing = step_for(found.before, category(found.category), found.severity, found.at, pack)
    step = standing.step.name if standing.step else "由人来定"
    binds = "hint" if standing.advisory else "binds"
    assert (f"{pack.id} {pack.version}", step, standing.count, binds) == found.expected


def test_every_category_has_a_scene_as_heavy_as_it_usually_is() -> None:
    seen = {(found.category, found.severity) for found in map(scene, LINES)}
    assert {(each.code, each.severity) for each in categories().values()} <= seen


# Requirements, section 4: the steps in the order of the text, the lightest first; fines are off
STEPS = {
    "D2": "警告 通报批评 纪律处分 解除劳动合同",
    "D3": "警告 停用账号 解除劳动合同",
    "D5": "口头警告 书面通报批评 交人力资源处理 解除劳动合同",
    "D6": "警告 交人力资源处理 停职 辞退",
    "D8": "警告 禁言 移出群聊",
    "D10": "警告 通报批评 限制使用 禁止使用 追究法律责任 解除合同或终止合作",
    "D12": "警告 移出群聊",
    "D13": "追究责任 依法追究责任",
    "D15": "批评教育 警告 停职 辞退",
}
DECIDES = {"D2": "hr", "D3": "mgmt_group", "D6": "hr", "D8": "group_admin", "D12": "group_admin"}


@pytest.mark.parametrize("text", STEPS)
def test_a_ladder_goes_up_as_its_text_does(text: str) -> None:
    pack = ModerationRules().named(text, datetime(2026, 11, 22, tzinfo=ZONE))
    order = STEPS[text].split()
    ladders = [[step.name for step in pack.steps_for(severity)] for severity in SEVERITIES]
    assert {step for ladder in ladders for step in ladder} == set(order)
    for ladder in ladders:
        assert ladder == sorted(ladder, key=order.index)
    firsts = [order.index(ladder[0]) for ladder in ladders if ladder]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("text", DECIDES)
def test_whoever_the_text_names_decides_on_each_step_that_takes_no_job(text: str) -> None:
    (pack,) = (each for each in shipped() if each.id == text)
    assert all(DECIDES[text] in step.decides or step.touches for step in pack.steps.values())


NEVER = {
    "罚款",
    "纪律处分",
    "停职",
    "辞退",
    "解除劳动合同",
    "解除合同或终止合作",
    "追究责任",
    "依法追究责任",
    "追究法律责任",
}


def test_what_touches_pay_or_a_job_is_only_ever_proposed() -> None:
    proposed = {step.name for pack in shipped() for step in pack.steps.values() if step.is_proposal}
    assert proposed == NEVER | {"交人力资源处理"}
