"""What to do now, by kind of accident: the first words of every answer to a cry for help.

Nobody is sent to the rescue of somebody in a tank, in water or on a live wire: most who die there came to help.
Numbers: 119 fire and rescue, 120 ambulance, 110 police, 122 traffic police (rules for reporting: 安全生产法 art. 83).
"""

from bot.domain.safety.accidents.reports import AccidentKind

_ADVICE = {
    AccidentKind.FIRE: (
        "马上撤到室外空地，走楼梯，不坐电梯，不回去拿东西。打 119，有人受伤打 120。火很小、身后有退路，才用灭火器。"
    ),
    AccidentKind.EXPLOSION: "马上撤远，防止再次爆炸；不碰电器开关，不用明火。打 119，有人受伤打 120。",
    AccidentKind.ELECTRIC: "先断电：拉闸或拔插头。断电之前别碰他。断电后没有呼吸就做心肺复苏。打 120，拉不了闸打 119。",
    AccidentKind.POISON: (
        "所有人往上风口撤。别进罐、下井、下池去救，进去一个倒一个；不碰电器开关，不用明火。打 119 和 120。"
    ),
    AccidentKind.MACHINE: "先按急停、断电。别硬拉，别倒转机器。流血就用干净的布用力压住。打 120，人出不来打 119。",
    AccidentKind.FALL: "别搬动他，别让他坐起来。流血就用干净的布用力压住，没有呼吸就做心肺复苏。打 120。",
    AccidentKind.VEHICLE: (
        "停车熄火，其他人退到安全的地方。别搬动伤者，流血就用力压住。打 120，人被卡住打 119，路上的事故打 122。"
    ),
    AccidentKind.OTHER: "先离开危险的地方，别搬动伤者。有人受伤打 120，有火或有人被困打 119，有人行凶打 110。",
}


def advice(kind: AccidentKind) -> str:
    return _ADVICE[kind]
