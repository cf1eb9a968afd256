"""People are asked for a vote and change their minds; who has a place gives it up, and who waited has it."""

from dataclasses import replace

from tests.crash.flows import Flow, presses, says

VOTE = Flow(
    "a vote goes out to a group, is cast and changed",
    [
        says("m1", "郑群", "/征集 项目A工作群 团建去哪 选项：爬山、烧烤 截止12月11日"),
        presses("p1", "郑群", "发出"),
        presses("p2", "张三", "A 爬山"),
        presses("p3", "张三", "B 烧烤"),
    ],
)
_BEGUN = [says("m1", "郑群", "/活动 项目A工作群 羽毛球 12月12日14:00 名额：1"), presses("p1", "郑群", "发出")]
_COMES, _GOES = presses("p2", "张三", "报名"), presses("p3", "张三", "不去了")
_OTHER = says("m2", "何苗", "/报名 HD-20261122-001", sees="羽毛球")
PLACES = Flow(
    "two sign up for one place, and one of them gives it up",
    [*_BEGUN, _COMES, _OTHER, _GOES],
    ways=[
        [*_BEGUN, _COMES, replace(_OTHER, after="p2"), replace(_GOES, after="m2")],
        [*_BEGUN, replace(_COMES, after="m2"), _OTHER, _GOES],
        [*_BEGUN, _COMES, _GOES, replace(_OTHER, after="p3")],
    ],
)
SURVEY_FLOWS = (VOTE, PLACES)
