"""What the desk knows by itself: policies and the company's own texts, cut into passages that a question finds."""
