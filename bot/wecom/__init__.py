"""WeCom, in and out. Nothing outside this package knows a path, an errcode or a frame of it.

In: `app_callback` (the self-built app) and `long_connection` (the AI bot) turn what comes into `Incoming` and hand it
to the intake. Out: `app_channel`, `bot_channel` and `webhook_channel` try one parcel once and say what became of it.
"""
