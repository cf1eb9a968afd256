"""WeCom, in and out. Nothing outside this package knows a path, an errcode or a frame of it.

In: `app.callback`, `aibot.long_connection` and `aibot.callback` turn what comes into `Incoming` and hand it to the
intake. Out: each channel (app, aibot, groups) tries one parcel once and says what became of it. `api` is WeCom's HTTP
interface, which all of them share.
"""
