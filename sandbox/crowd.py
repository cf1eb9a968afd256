"""Generated employees, for load: plausible names, nobody twice, spread over the departments."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle

from sandbox.company import Person
from sandbox.directory import Directory

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
FIRST = "建文志明海晓国玉丽俊永春立金宏家子雨思嘉振学佳天新书雅梦浩泽"
SECOND = "华军平芳强敏杰霞涛静超燕鹏丹辉玲斌洁峰琳"


def add_people(directory: Directory, count: int) -> None:
    """`count` more, always the same ones."""
    taken = {person.name for person in directory.people.values()}
    names = (name for name in _names() if name not in taken)
    numbers = list(directory.company.departments.values())
    leaders = {number: next(iter(directory.leaders(number)), None) for number in numbers}
    hired = directory.company.now.date() - timedelta(days=6 * 365)
    directory.add(
        *(
            Person(
                userid=f"u{index + 1:06d}",
                name=next(names),
                departments=(department,),
                title="员工",
                leads_in=(),
                leader=leaders[department],
                roles=("employee",),
                hired=hired,
                staff_no=str(20_001 + index),
            )
            for index, department in zip(range(count), cycle(numbers), strict=False)
        )
    )


def _names() -> Iterator[str]:
    """Thirty thousand in an order that looks mixed, then numbered ones."""
    total = len(SURNAMES) * len(FIRST) * len(SECOND)
    for index in range(total):
        mixed = index * 7919 % total
        rest, surname = divmod(mixed, len(SURNAMES))
        second, first = divmod(rest, len(FIRST))
        yield SURNAMES[surname] + FIRST[first] + SECOND[second]
    index = 0
    while True:
        index += 1
        yield f"{SURNAMES[index % len(SURNAMES)]}员工{index}"
