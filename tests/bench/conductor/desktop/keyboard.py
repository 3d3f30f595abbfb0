# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys through the X server's XTEST, as those of a barcode scanner at USB."""

import ctypes
import time

GAP_MS = 2
SHIFT, ENTER, ESCAPE = 0xFFE1, 0xFF0D, 0xFF1B  # X's names of keys


class Keyboard:
    def __init__(self, display):
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        if not self._display:
            raise RuntimeError(f"no X server at {display}")

    def scan(self, code):
        """Types it; when its Enter went down, in ns of time.monotonic()."""
        for letter in code:
            self._stroke(ord(letter), is_shifted=letter.isupper())
        self._x.XSync(self._display, 0)  # the server has typed all that
        entered = time.monotonic_ns()
        self._key(ENTER, True, 0)
        self._key(ENTER, False, 0)
        self._x.XFlush(self._display)
        return entered

    def escape(self):
        self._key(ESCAPE, True, 0)
        self._key(ESCAPE, False, 0)
        self._x.XFlush(self._display)

    def close(self):
        self._x.XCloseDisplay(self._display)

    def _stroke(self, symbol, is_shifted):
        if is_shifted:
            self._key(SHIFT, True, 0)
        self._key(symbol, True, GAP_MS)
        self._key(symbol, False, 0)
        if is_shifted:
            self._key(SHIFT, False, 0)

    def _key(self, symbol, is_down, delay_ms):
        code = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(symbol))
        self._test.XTestFakeKeyEvent(self._display, ctypes.c_uint(code & 0xFF), int(is_down),
                                     ctypes.c_ulong(delay_ms))
