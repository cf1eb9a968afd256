"""subscribe and unsubscribe (D-90240): somebody enters or leaves the app's visible range."""

from sandbox.app_callback.messages import event
from sandbox.company import Person
from sandbox.world import World


def tell_range(world: World, old: Person | None, new: Person | None) -> None:
    """`old` None: hired; `new` None: gone."""
    was_in = old is not None and world.visible.has(old)
    is_in = new is not None and world.visible.has(new)
    if new is not None and is_in and not was_in:
        event(world, new.userid, "subscribe")
    if old is not None and was_in and not is_in:
        event(world, old.userid, "unsubscribe")
