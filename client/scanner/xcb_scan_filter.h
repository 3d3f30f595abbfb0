// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/scanner/scan_filter.h"

#include <QAbstractNativeEventFilter>

#include <memory>

struct xcb_connection_t;
struct xcb_key_press_event_t;
struct xkb_context;
struct xkb_keymap;
struct xkb_state;

namespace pressboard::client {

/// Under X: sees the keys as the server sends them, before the input method. What was held goes
/// back through the server, so that it takes its whole way once more, behind what was sent back
/// before.
class XcbScanFilter final : public ScanFilter, public QAbstractNativeEventFilter
{
    Q_OBJECT
public:
    /// `connection` is Qt's own, and outlives this.
    explicit XcbScanFilter(xcb_connection_t *connection);
    ~XcbScanFilter() override;

    /// False: the server has no keyboard map to read, and no key would be understood.
    bool isAble() const { return m_state != nullptr; }

    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;

protected:
    bool isReplaying() const override { return m_underWay > 0; }

private:
    bool handleKey(const xcb_key_press_event_t &event);
    RawKey rawKeyOf(const xcb_key_press_event_t &event);
    RawKey::Kind kindOf(const xcb_key_press_event_t &event, const QString &text) const;
    bool isRepeat(const xcb_key_press_event_t &event) const;
    void sendBack(const xcb_key_press_event_t &event);
    void readKeymap();

    struct Unref
    {
        void operator()(xkb_context *context) const;
        void operator()(xkb_keymap *keymap) const;
        void operator()(xkb_state *state) const;
    };

    xcb_connection_t *m_connection;
    std::unique_ptr<xkb_context, Unref> m_context;
    std::unique_ptr<xkb_keymap, Unref> m_keymap;
    std::unique_ptr<xkb_state, Unref> m_state;
    int m_underWay = 0; ///< sent back, not come by yet
    quint8 m_releasedCode = 0; ///< the last key that was released, for isRepeat()
    quint32 m_releasedAt = 0;
};

} // namespace pressboard::client
