"""What human resources and the lawyers go through before they act. The articles are the law's, the order is ours."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.domain.moderation.matters.matter import About

_TOLD_OF_DANGER: Final = "本人近期反映过隐患或报告过事故的，不得因此处理（安全生产法第五十四条）"
_HEARD: Final = "听过本人说明，书面送达有回执"

_LISTS: Final[Mapping[About, Sequence[str]]] = {
    About.DISMISSAL: (
        "属于劳动合同法第三十九条的哪一种；所依据的制度讨论过、公示过，本人签收过（第四条）",
        "不在第四十二条之内：医疗期、孕期产期哺乳期、工伤等",
        "先把理由书面通知工会，留下工会的意见和答复（第四十三条）",
        _HEARD,
        _TOLD_OF_DANGER,
        "违法解除要付两倍的经济补偿（第八十七条）",
    ),
    About.FINE: (
        "罚款没有普遍的法律依据（企业职工奖惩条例 2008 年废止），先由法务看当地规定",
        "只有按合同约定赔偿实际损失：每月不超过工资的 20%，余下不低于当地最低工资（工资支付暂行规定第十六条）",
        _HEARD,
        _TOLD_OF_DANGER,
        "不经过机器人，也不由机器人改工资",
    ),
    About.HANDLING: ("按公示过的制度定", _HEARD, _TOLD_OF_DANGER),
    About.LIABILITY: (
        "原始证据不改不删，导出要带指纹",
        "涉嫌犯罪的报案并配合调查（D15§9.2），不自行追查",
        "损失怎么算，有没有票据和经手人",
        _TOLD_OF_DANGER,
    ),
    About.PARTNER: (
        "看合同里的违约条款和解除办法，由合同负责人通知对方",
        "收回账号、资料和门禁，移出客户群",
        "原始证据不改不删，导出要带指纹",
    ),
}


def checklist(about: About) -> Sequence[str]:
    return _LISTS.get(about, ())
