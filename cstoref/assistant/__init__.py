"""A server for assistants: six read-only tools over one pack, by the Model Context Protocol.

`protocol.py` speaks JSON-RPC and knows no pack; `tools.py` declares what can be asked; `answers.py` asks the
store; `bounds.py` makes an answer fit. What a tool returns are the objects of `--json`.
"""
