"""From files that people edit to a checked `Pack`. The only room that knows pydantic and reads TOML packs."""
