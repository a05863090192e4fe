"""What Playwright raises, by names that are there without it: whoever fetches is told that it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Error
    from playwright.sync_api import TimeoutError as LateError
else:
    try:
        from playwright.sync_api import Error
        from playwright.sync_api import TimeoutError as LateError
    except ImportError:
        Error = LateError = RuntimeError

__all__ = ["Error", "LateError"]
