"""What most dialogues about inspections begin with: a list of three, and a round of it with two faults."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.safety.inspections.checklist import checklists
from bot.domain.safety.inspections.rules import InspectionRules

SHORT = checklists("""
    [[lists]]
    name = "消防"
    kind = "消防"
    items = [["通吗？", "通道被堵"], ["在吗？", "没有灭火器"], ["亮吗？", "应急灯不亮", "电气"]]
""")
ASKED = """
        陈安> /检查 3号车间 消防
        机器人> [卡片] 3号车间 消防检查 JC-20261122-001 看到哪样勾哪样，都没有就直接按下一步 (☐通道被堵|☐没有灭火器|☐…
"""
TWO_WRONG = f"""{ASKED.rstrip()}
        陈安> 勾 [通道|没有] 按 [下一步]
        机器人> [卡片] 3号车间 消防检查 还没提交 不合格 2 项：通道被堵、没有灭火器。合格 1 项。提交后每一项登记成隐患…
        陈安> 按 [提交]
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001 通道被堵 地点：3号车间 类型：消防…
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-002 没有灭火器 地点：3号车间 类型：消防…
        机器人> [卡片] 3号车间 消防检查 已提交 JC-20261122-001 查 3 项，不合格 2 项：通道被堵、没有灭火器。登记隐患 Y…
"""


def short(company: Company) -> Company:
    return replace(company, safety=replace(company.safety, inspections=InspectionRules(SHORT)))
