"""What WeCom's own office apps are told of leave, and what they are asked."""
