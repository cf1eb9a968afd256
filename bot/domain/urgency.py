"""Words that must not wait in a queue: somebody may be hurt (安全生产法 art. 83: report at once)."""

import re

_URGENT = re.compile(
    "着火|起火|失火|火灾|爆炸|触电|中毒|坍塌|塌方|泄漏|被(机器|设备)?(夹|压|卷|砸|困)|坠落|摔下|昏迷|晕倒|大出血|救命|快来人"
)


def is_urgent(text: str) -> bool:
    """Whether `text` overtakes what waits. Being wrong costs a place in the queue, nothing else."""
    return bool(_URGENT.search(text))
