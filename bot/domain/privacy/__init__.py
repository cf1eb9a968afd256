"""What is kept about whom, for how long, and what people may want of it (个人信息保护法 art. 17, 44 to 47)."""
