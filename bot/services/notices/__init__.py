"""Announcements: drafted, looked through, let pass, posted, confirmed, put right."""
