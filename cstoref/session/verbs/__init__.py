"""The registry of verbs: everything that can be done in a session, in the order of help."""

from __future__ import annotations

from . import citations, general, navigation, notes, own_pack, passages, search, time, views
from .base import EXPLORER, FRONT_ENDS, PLAIN, Verb

__all__ = ["BY_ID", "EXPLORER", "FRONT_ENDS", "PLAIN", "VERBS", "Verb"]

VERBS: tuple[Verb, ...] = (
    general.help, search.find, navigation.enter, passages.uses, search.find_here, passages.next_cited,
    navigation.back, time.as_of, general.quit,
    navigation.open_, passages.open_linked, passages.details, passages.peek,
    passages.names, passages.next_citation,
    passages.previous_cited, passages.next_uncited, passages.previous_uncited,
    search.next_hit, search.previous_hit, search.facets, search.clear, search.sort, search.quoted_only,
    time.earlier_day, time.later_day,
    views.timeline, views.matrix, views.conflicts, views.conflict, views.compare, views.changes,
    *views.OPENED,
    citations.copy, citations.show_copied, citations.cite, citations.link, citations.json, citations.pin,
    citations.unpin, citations.memo,
    notes.bookmark, notes.unbookmark, notes.note, notes.unnote, notes.bookmark_down, notes.bookmark_up,
    own_pack.select, own_pack.state, own_pack.make_record, own_pack.undo,
    own_pack.select_more, own_pack.select_less, own_pack.begin_later, own_pack.begin_earlier,
    *views.NUMBERED,
    navigation.up, navigation.down, navigation.page_up, navigation.page_down, navigation.top,
    navigation.bottom, navigation.whole, navigation.again, navigation.left, navigation.right,
    navigation.next_pane, navigation.previous_pane, navigation.source_pane, navigation.zoom,
    navigation.forward, navigation.leave,
    general.home, general.palette, general.theme, general.mouse, general.suspend,
)  # fmt: skip
"""Every verb."""

BY_ID = {verb.id: verb for verb in VERBS}
"""Every verb by its id."""
