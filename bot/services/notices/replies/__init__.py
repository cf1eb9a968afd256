"""What readers say to a notice and what departments send in: a task with a day by which it is answered (S206, S282)."""
