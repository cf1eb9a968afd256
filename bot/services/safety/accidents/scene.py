"""What has to be kept, called out and kept quiet about at the scene: said once, as soon as an accident is a case."""

from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.rules import AccidentRules


def scene_words(case: Case, rules: AccidentRules) -> str:
    """493号令 art. 14 (contingency plan) 16 (scene, evidence); one voice to the outside."""
    plan = f"启动应急预案：{rules.plan}。" if rules.plan else "启动应急预案，总指挥到现场。"
    voice = f"对外只由{rules.spokesperson}说。" if rules.spokesperson else "对外指定一个人说。"
    return (
        f"{case.number} 现场要做的：\n"
        f"1. {plan}\n"
        "2. 保护现场：除了救人、防止扩大和疏通交通，什么都别动；"
        "非动不可的，先拍照、做标记、画草图、写记录（493 号令第 16 条）。\n"
        "3. 留证据：照片、录像、监控录像先备份；记下在场的人和电话；封存工单、交接班记录和设备。\n"
        f"4. {voice}群里不发伤亡者的姓名和照片，不猜原因；听到传言，先向安全管理员核实。"
    )
