"""Why a hazard is a major one (重大): what an officer picks from.

Sectors have standards of their own (判定标准); these follow the definition itself (安监总局16号令 art. 3).
"""

from typing import Final

GROUNDS: Final = (
    "可能造成群死群伤或重大损失",
    "要停产停业才能整改",
    "难度大，短期内治不好",
    "外部原因，自己排除不了",
    "符合行业重大隐患标准",
)
