"""Page -> Document: bytes become text, text becomes a tree that nobody changes, or a named refusal."""

from __future__ import annotations

from newsextract.document.decode import MAX_BYTES, MAX_CHARACTERS, Decoded, decode, read_str
from newsextract.document.parse import Document, parse
from newsextract.document.swallowed import without_endless

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "Decoded", "Document", "decode", "parse", "read_str", "without_endless"]
