"""Who has confirmed a notice, who is reminded of it, and how it stands."""
