"""Dates, times and lengths in what people type. Pure: no clock, no I/O, nothing raised at whoever asks.

The doors are the files `read_*.py`, and `find_mismatch.py`: each looks for one kind of thing in a text, seen from a
moment, a calendar and a shift (`view.py`), and gives a `Taken` or None (`results/`). On the way a text is folded;
`written/` knows how things are written, `said/` what was said by that; `phrases/` joins it, `meaning/` asks which days
and hours it is. `periods/` and `recurrences/` are what two of the doors need beyond that.
"""
