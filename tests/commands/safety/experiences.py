"""Experience as far as a test needs it: written by 张三, waiting for 陈安, or out."""

NUMBER = "JY-20261122-001"
WRITTEN = f"""
        张三> /经验分享 换灯管没断电，被提醒了一句。以后先拉闸。
        机器人> [卡片] 经验分享 {NUMBER} 换灯管没断电，被提醒了一句。以后先拉闸。…"""
WAITING = f"""{WRITTEN}
        张三> 按 [发给安全管理员审核]
        机器人→陈安> [卡片] 这条经验发布吗？（{NUMBER}） 换灯管没断电，被提醒了一句。以后先拉闸。…
        机器人> [卡片] 经验分享 {NUMBER} 已请陈安看，发布或退回都告诉你。 [撤回]"""
OUT = f"""{WAITING}
        陈安> 按 [发布]
        机器人→张三> 你分享的经验 {NUMBER} 发布了，谢谢。看有多少人觉得有用：/经验 {NUMBER}
        机器人> [卡片] 经验 {NUMBER} {NUMBER} 已通过，上班后发到群里。"""
