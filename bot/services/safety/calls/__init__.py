"""The tree of calls about an accident: told, rung up, passed on, until somebody has it or there is nobody left."""
