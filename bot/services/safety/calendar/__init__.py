"""The safety calendar at work: what falls due is said, questions are answered, a question a day is asked."""
