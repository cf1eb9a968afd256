"""Surveys and activities: written, let pass where they reach far, shown to whom they are for, counted, ended."""
