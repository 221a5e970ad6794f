"""A session: where somebody is in a pack, and everything that can be done there. Knows no screen.

`Session` owns one frozen `State` (location, cursor, day, filter, order), one history, and what the person
saves. `verbs` is the registry of what can be done, `views` that of the views over the whole pack. A front end
draws the state, and translates keys or words into verbs. Must not print, ask or draw.
"""
