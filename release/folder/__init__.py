"""The folder that needs no Python: what is in it, how it is made, and the proof that it runs without one."""
