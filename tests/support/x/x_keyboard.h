// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

struct _XDisplay;

namespace pressboard::test {

/// A second keyboard at the X server, as a barcode scanner is one: its keys take the whole way of
/// real ones, through the input method and the focus. The server waits between them, not the test.
class XKeyboard
{
public:
    XKeyboard(); ///< of the display in $DISPLAY
    ~XKeyboard();
    XKeyboard(const XKeyboard &) = delete;
    XKeyboard &operator=(const XKeyboard &) = delete;

    bool isThere() const; ///< the server has the XTEST extension

    /// Each letter goes down and up, and the next one `gap` later. ASCII only; '\n' is Return,
    /// '\t' Tab, '\x1b' Escape.
    void type(const QString &text, std::chrono::milliseconds gap);

private:
    void stroke(char letter, std::chrono::milliseconds gap);
    void key(unsigned code, bool press, std::chrono::milliseconds delay);

    _XDisplay *m_display;
};

} // namespace pressboard::test
