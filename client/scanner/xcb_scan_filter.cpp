// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scanner/xcb_scan_filter.h"

#include <QCoreApplication>

#include <array>

#include <xcb/xcb.h>
#include <xkbcommon/xkbcommon-x11.h>
#include <xkbcommon/xkbcommon.h>

namespace pressboard::client {

namespace {

/// Set in the type of an event that a program sent, not a keyboard.
constexpr quint8 sentByProgram = 0x80;
/// Ctrl, Alt (Mod1), Super (Mod4); not Shift, Caps Lock, Num Lock (Mod2).
constexpr quint16 commandModifiers = XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_4;
/// The X protocol's keyboard group, in an event's state (XKB, section 2.2.2).
constexpr int groupShift = 13;
constexpr quint16 groupMask = 0x3;
constexpr quint16 modifierMask = 0xff;

} // namespace

void XcbScanFilter::Unref::operator()(xkb_context *context) const
{
    xkb_context_unref(context);
}

void XcbScanFilter::Unref::operator()(xkb_keymap *keymap) const
{
    xkb_keymap_unref(keymap);
}

void XcbScanFilter::Unref::operator()(xkb_state *state) const
{
    xkb_state_unref(state);
}

XcbScanFilter::XcbScanFilter(xcb_connection_t *connection)
    : m_connection(connection)
    , m_context(xkb_context_new(XKB_CONTEXT_NO_FLAGS))
{
    readKeymap();
    QCoreApplication::instance()->installNativeEventFilter(this);
}

XcbScanFilter::~XcbScanFilter()
{
    QCoreApplication::instance()->removeNativeEventFilter(this);
}

void XcbScanFilter::readKeymap()
{
    if (!m_context)
        return;
    const int device = xkb_x11_get_core_keyboard_device_id(m_connection);
    if (device < 0)
        return;
    m_keymap.reset(xkb_x11_keymap_new_from_device(m_context.get(), m_connection, device,
                                                  XKB_KEYMAP_COMPILE_NO_FLAGS));
    if (m_keymap)
        m_state.reset(xkb_state_new(m_keymap.get()));
}

bool XcbScanFilter::nativeEventFilter(const QByteArray &type, void *message, qintptr *)
{
    if (type != QByteArrayLiteral("xcb_generic_event_t"))
        return false;
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    const quint8 kind = event->response_type & ~sentByProgram;
    if (kind == XCB_MAPPING_NOTIFY)
        readKeymap();
    if (kind != XCB_KEY_PRESS && kind != XCB_KEY_RELEASE)
        return false;
    if ((event->response_type & sentByProgram) != 0 && m_underWay > 0) {
        --m_underWay;
        return false;
    }
    return handleKey(*static_cast<const xcb_key_press_event_t *>(message));
}

bool XcbScanFilter::handleKey(const xcb_key_press_event_t &event)
{
    const RawKey key = rawKeyOf(event);
    if (!key.isPress) {
        m_releasedCode = event.detail;
        m_releasedAt = event.time;
    }
    return handle(key, [this, event] { sendBack(event); });
}

void XcbScanFilter::sendBack(const xcb_key_press_event_t &event)
{
    xcb_send_event(m_connection, 0, event.event, XCB_EVENT_MASK_NO_EVENT,
                   reinterpret_cast<const char *>(&event));
    xcb_flush(m_connection);
    ++m_underWay;
}

RawKey XcbScanFilter::rawKeyOf(const xcb_key_press_event_t &event)
{
    xkb_state_update_mask(m_state.get(), event.state & modifierMask, 0, 0, 0, 0,
                          (event.state >> groupShift) & groupMask);
    std::array<char, 8> utf8{};
    xkb_state_key_get_utf8(m_state.get(), event.detail, utf8.data(), utf8.size());

    RawKey key;
    key.text = QString::fromUtf8(utf8.data());
    key.kind = kindOf(event, key.text);
    if (key.kind != RawKey::Kind::Text)
        key.text.clear();
    key.isPress = (event.response_type & ~sentByProgram) == XCB_KEY_PRESS;
    key.code = event.detail;
    key.at = std::chrono::milliseconds(event.time);
    key.isRepeat = key.isPress && isRepeat(event);
    return key;
}

RawKey::Kind XcbScanFilter::kindOf(const xcb_key_press_event_t &event, const QString &text) const
{
    if ((event.state & commandModifiers) != 0)
        return RawKey::Kind::Other;
    switch (xkb_state_key_get_one_sym(m_state.get(), event.detail)) {
    case XKB_KEY_Return:
    case XKB_KEY_KP_Enter:
    case XKB_KEY_Tab:
        return RawKey::Kind::End;
    case XKB_KEY_Shift_L:
    case XKB_KEY_Shift_R:
        return RawKey::Kind::Shift;
    default:
        return !text.isEmpty() && text.at(0).isPrint() ? RawKey::Kind::Text : RawKey::Kind::Other;
    }
}

/// A key that is held down is released and pressed at one moment, again and again.
bool XcbScanFilter::isRepeat(const xcb_key_press_event_t &event) const
{
    return event.detail == m_releasedCode && event.time == m_releasedAt;
}

} // namespace pressboard::client
