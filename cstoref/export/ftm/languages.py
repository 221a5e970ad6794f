"""Codes of languages: FollowTheMoney has three letters, a pack two or three."""

from __future__ import annotations

_CODES = {
    "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bn": "ben", "bs": "bos", "ca": "cat",
    "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "et": "est",
    "fa": "fas", "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun",
    "hy": "hye", "id": "ind", "is": "isl", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz",
    "ko": "kor", "ky": "kir", "lt": "lit", "lv": "lav", "mk": "mkd", "mn": "mon", "nl": "nld",
    "no": "nor", "pl": "pol", "ps": "pus", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk",
    "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe", "tg": "tgk", "th": "tha", "tk": "tuk",
    "tr": "tur", "tt": "tat", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie", "zh": "zho",
}  # fmt: skip


def three_letters(code: str) -> str | None:
    """The code of a language in three letters; None where it is not known here."""
    return code if len(code) == 3 else _CODES.get(code)
