"""The trail and its chain are only ever appended to, and the database itself refuses the rest.

One change of an entry is let through: that a half of it is emptied with its salt, as the law may ask. Whoever may
change tables can take a guard away; what he then changes the chain shows.
"""

from typing import Final

GUARDS: Final = ("trail_stays", "trail_is_kept", "chain_stays", "chain_is_kept")
WHOLE: Final = ("trail_is_whole", "chain_is_whole")  # on PostgreSQL, where a table can be emptied in one step

_SAME: Final = "NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.action = OLD.action AND NEW.authority = OLD.authority"
_WHO: Final = "NEW.actor = OLD.actor AND NEW.cause = OLD.cause"
_NO_WHO: Final = "NEW.actor = '' AND NEW.cause = '' AND NEW.who_salt IS NULL"
_NO_WHOM: Final = "NEW.subject = '' AND {nothing} AND NEW.whom_salt IS NULL"


def _erases(same: str, nothing: str) -> str:
    """`same`: how a value that may be NULL is compared."""
    stays = f"{_SAME} AND NEW.stamp {same} OLD.stamp AND OLD.subject <> 'audit'"
    who = f"({_WHO} AND NEW.who_salt {same} OLD.who_salt OR {_NO_WHO})"
    kept = f"NEW.subject = OLD.subject AND NEW.details = OLD.details AND NEW.whom_salt {same} OLD.whom_salt"
    return f"({stays} AND {who} AND ({kept} OR {_NO_WHOM.format(nothing=nothing)}))"


def _sqlite(name: str, table: str, what: str, unless: str = "") -> str:
    when = f" WHEN NOT {unless}" if unless else ""
    return (
        f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {what} ON {table}{when}"
        f" BEGIN SELECT RAISE(ABORT, '{table} is only appended to'); END;\n"
    )


SQLITE: Final = (
    _sqlite("trail_stays", "trail", "UPDATE", _erases("IS", "NEW.details = '{}'"))
    + _sqlite("trail_is_kept", "trail", "DELETE")
    + _sqlite("chain_stays", "chain", "UPDATE")
    + _sqlite("chain_is_kept", "chain", "DELETE")
)


def _postgres(name: str, table: str, what: str, unless: str = "") -> str:
    """Only where it is missing: to make it anew would wait for all who write."""
    when = f" WHEN (NOT {unless})" if unless else ""
    each = "STATEMENT" if what == "TRUNCATE" else "ROW"
    return (
        f"IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = '{name}' AND tgrelid = '{table}'::regclass) THEN"
        f" CREATE TRIGGER {name} BEFORE {what} ON {table} FOR EACH {each}{when} EXECUTE FUNCTION only_appended();"
        " END IF;\n"
    )


POSTGRES: Final = (
    "DO $guard$ BEGIN\n"
    "IF to_regproc('only_appended') IS NULL THEN"
    " CREATE FUNCTION only_appended() RETURNS trigger LANGUAGE plpgsql AS"
    " $body$ BEGIN RAISE EXCEPTION '% is only appended to', TG_TABLE_NAME; END $body$; END IF;\n"
    + _postgres("trail_stays", "trail", "UPDATE", _erases("IS NOT DISTINCT FROM", "NEW.details = '{}'::jsonb"))
    + _postgres("trail_is_kept", "trail", "DELETE")
    + _postgres("trail_is_whole", "trail", "TRUNCATE")
    + _postgres("chain_stays", "chain", "UPDATE")
    + _postgres("chain_is_kept", "chain", "DELETE")
    + _postgres("chain_is_whole", "chain", "TRUNCATE")
    + "END $guard$;\n"
)
