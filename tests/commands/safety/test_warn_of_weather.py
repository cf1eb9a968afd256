from tests.chat import Chat


async def test_in_short_it_is_asked_back(chat: Chat) -> None:
    await chat.say("陈安", "台风橙色预警")
    assert "[确认]" in chat.said()[0].words


async def test_by_the_name_of_the_weather(chat: Chat) -> None:
    await chat.say("陈安", "/天气预警 暴雨 红色 生产部")
    said = chat.said()
    assert said[0].words.startswith("【紧急·暴雨红色预警】生产部\n1. 坑、沟、地下室里的人先上来")
    assert said[-1].words.startswith("暴雨红色预警（生产部）已发到 3 个群")


async def test_what_people_chat_about_the_weather_is_no_warning(chat: Chat) -> None:
    for said in ("台风天要上班吗", "台风来了大家注意", "大风把棚子吹倒了"):
        await chat.say("张三", said)
    assert "紧急" not in "".join(line.words for line in chat.said())


async def test_which_weather_is_asked_for(chat: Chat) -> None:
    await chat.play("""
        陈安> /天气预警
        机器人> 什么天气？台风、暴雨、雷电、大风、冰雪、大雾、寒潮。…
        陈安> 算了
        机器人> …
        李四> /天气预警 台风
        机器人> 「天气预警」由安全管理员使用。发 /帮助 看看你能用什么。
    """)


async def test_when_it_is_over_those_who_heard_it_hear_that_too(chat: Chat) -> None:
    await chat.say("陈安", "/天气预警 台风 橙色 项目A工地")
    told = [line.to for line in chat.said()]
    await chat.say("陈安", "/天气预警 解除 台风")
    said = chat.said()
    assert [line.to for line in said] == told
    assert said[0].words.startswith("【解除】台风预警\n1. 先查再开工")
    assert said[-1].words.startswith("台风预警解除，已告诉 3 个群：")
    await chat.play("""
        陈安> /天气预警 解除 台风
        机器人> 最近 7 天没有发过还没解除的台风预警，没有可解除的。
    """)
    await chat.say("陈安", "/天气预警 台风 橙色 项目A工地")  # it came back
    assert chat.said()[-1].words.startswith("台风橙色预警（项目A工地）已发到 3 个群")


async def test_the_end_in_a_sentence_is_asked_back(chat: Chat) -> None:
    await chat.say("陈安", "/天气预警 暴雨")
    chat.said()
    await chat.say("陈安", "暴雨预警解除了")
    assert "[确认]" in chat.said()[0].words
