"""Files that people hand in or take away: tables, staff lists, identities, companies."""
