"""The AI bot (智能机器人): heard and answered over its long connection or by callback."""
