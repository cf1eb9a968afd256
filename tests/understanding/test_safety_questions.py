import pytest

from bot.understanding.safety_questions import asks_about_safety


@pytest.mark.parametrize(
    "line",
    [
        "动火作业要办什么手续",
        "安全帽多久换一次",
        "进有限空间之前要测什么气体",
        "烫伤了怎么处理",
        "高温天气多少度停工",
        "氧气瓶和乙炔瓶要隔多远",
        "登高作业几米以上要系安全带",
        "叉车能载人吗",
    ],
)
def test_a_question_about_safety_is_one(line: str) -> None:
    assert asks_about_safety(line)


@pytest.mark.parametrize(
    "line",
    [
        "消防演练几点",
        "安全帽在哪里领",
        "动火票批了吗",
        "3号车间灭火器过期了怎么办",
        "叉车谁在用",
        "安全帽",
        "/安全帽多久换一次",
        "今天多少度",
        "灭火器采购多少钱",
        "我想知道" * 11 + "动火要什么手续",
    ],
)
def test_what_is_asked_about_other_things_is_none(line: str) -> None:
    assert not asks_about_safety(line)
