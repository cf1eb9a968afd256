import pytest

from bot.domain.safety.library.reading import shipped
from bot.domain.safety.library.search import Text, find

TEXTS = [Text.of(topic) for topic in shipped().values()]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("灭火器怎么用", "灭火器会用吗？四个字"),
        ("有人触电了怎么办", "看见有人触电"),
        ("中暑了怎么急救", "中暑了怎么办"),
        ("38度还能在室外干活吗 高温停工有什么规定", "高温天，多热怎么干"),
        ("叉车可以带人吗", "叉车三件事：看、慢、让"),
        ("进有限空间之前要做什么", "先通风、再检测、后作业"),
        ("工伤认定多少天内申请", "工伤认定有时限"),
        ("领导让我违章干活可以拒绝吗", "你可以拒绝违章指挥"),
        ("动火作业周围要清多远", "动火前先清十米"),
        ("消防通道能不能临时堆货", "疏散通道一秒也不能堵"),
        ("氧气瓶和乙炔瓶要隔多远", "氧气乙炔瓶离多远"),
        ("酸溅到眼睛里怎么处理", "酸碱溅到眼睛里"),
        ("电动车能不能在宿舍充电", "电动车不进楼"),
        ("安全带怎么挂", "两米以上先挂钩"),
        ("新员工没培训能上岗吗", "没培训、没合格，不上岗"),
        ("三管三必须是什么", "管行业的、管业务的、管生产的，都要管安全"),
        ("烫伤了怎么办", "身上着火别跑"),
        ("多久演练一次", "演练要按半年排"),
        ("怀孕可以上夜班吗", "怀孕七个月以后的夜班"),
        ("钢丝绳断丝了还能用吗", "钢丝绳和吊带怎么看"),
    ],
)
def test_a_question_finds_its_text(question: str, title: str) -> None:
    assert title in [each.title for each in find(question, TEXTS)]


@pytest.mark.parametrize(
    "question",
    [
        "年终奖什么时候发",
        "食堂今天吃什么",
        "怎么申请出差报销",
        "我的年假还有几天",
        "公司班车几点",
        "放射源怎么保管",
        "潜水作业要什么证",
        "你好",
        "？？？",
        "",
        "安全",
    ],
)
def test_what_nothing_is_said_about_is_not_made_up(question: str) -> None:
    assert find(question, TEXTS) == ()


def test_at_most_three_and_the_best_first() -> None:
    found = find("动火作业前要做什么", TEXTS)
    assert 1 <= len(found) <= 3
    assert "动火" in found[0].title
