"""Training: who is to learn what, when, whether he did, and how many hours that makes."""
