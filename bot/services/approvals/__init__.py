"""Requests that others decide on: opened, asked about by cards, decided once, looked after while they wait."""
