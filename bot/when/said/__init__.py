"""What is said: days and times as people name them, and which days of the calendar a name can mean from a `View`."""
