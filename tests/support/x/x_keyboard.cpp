// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/x/x_keyboard.h"

#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <X11/XKBlib.h>
#include <X11/Xlib.h>

namespace pressboard::test {

namespace {

KeySym symbolOf(char letter)
{
    switch (letter) {
    case '\n':
        return XK_Return;
    case '\t':
        return XK_Tab;
    case '\x1b':
        return XK_Escape;
    default:
        return KeySym(static_cast<unsigned char>(letter)); // Latin-1 symbols are their letters
    }
}

} // namespace

XKeyboard::XKeyboard()
    : m_display(XOpenDisplay(nullptr))
{
}

XKeyboard::~XKeyboard()
{
    if (m_display != nullptr)
        XCloseDisplay(m_display);
}

bool XKeyboard::isThere() const
{
    int event = 0;
    int error = 0;
    int major = 0;
    int minor = 0;
    return m_display != nullptr && XTestQueryExtension(m_display, &event, &error, &major, &minor);
}

void XKeyboard::type(const QString &text, std::chrono::milliseconds gap)
{
    const QByteArray letters = text.toLatin1();
    for (const char letter : letters)
        stroke(letter, gap);
    XFlush(m_display);
}

void XKeyboard::stroke(char letter, std::chrono::milliseconds gap)
{
    using namespace std::chrono_literals;
    const KeySym symbol = symbolOf(letter);
    const KeyCode code = XKeysymToKeycode(m_display, symbol);
    const KeyCode shift = XKeysymToKeycode(m_display, XK_Shift_L);
    const bool isShifted = XkbKeycodeToKeysym(m_display, code, 0, 0) != symbol;
    if (isShifted)
        key(shift, true, gap);
    key(code, true, isShifted ? 0ms : gap);
    key(code, false, 0ms);
    if (isShifted)
        key(shift, false, 0ms);
}

void XKeyboard::key(unsigned code, bool press, std::chrono::milliseconds delay)
{
    XTestFakeKeyEvent(m_display, code, press ? True : False,
                      static_cast<unsigned long>(delay.count()));
}

} // namespace pressboard::test
