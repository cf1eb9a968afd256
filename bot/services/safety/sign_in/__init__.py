"""Inviting people to what they sign in at, reminding them, and who was there in the end."""
