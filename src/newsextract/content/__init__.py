"""Document or dump -> Content: the visible text in pieces, each measured where it stands."""

from __future__ import annotations

from newsextract.content.images import is_file
from newsextract.content.piece import Content, Node, Picture, Piece
from newsextract.content.plain import lines
from newsextract.content.tree import pieces

__all__ = ["Content", "Node", "Picture", "Piece", "is_file", "lines", "pieces"]
