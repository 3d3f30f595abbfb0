// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/scanner/scan_detector.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace pressboard::client {

/// The one place that hears a barcode scanner, wherever the focus is: it sees every key of the
/// program before input methods and widgets do, holds it for at most ScanDetector::longestGap, and
/// gives it back in order if no scan comes of it.
class ScanFilter : public QObject
{
    Q_OBJECT
public:
    /// A widget with this property set wants what a scanner types as text: the access code's field.
    static constexpr const char *wantsText = "wantsScansAsText";

    /// As good as this system lets one: before the input method under X, behind it elsewhere.
    static std::unique_ptr<ScanFilter> ofSystem();

Q_SIGNALS:
    void scanned(const QString &code);
    /// What was held is no scan: it is typed now.
    void aboutToType();

protected:
    /// Sends an event its usual way, past this filter.
    using Replay = std::function<void()>;

    ScanFilter();

    /// True: the event must not go on; it is replayed later, or never.
    bool handle(const RawKey &key, Replay replay);
    /// Events replayed earlier have not come by yet: what comes now has to stand behind them.
    virtual bool isReplaying() const { return false; }

private:
    bool apply(ScanDetector::Decision decision, Replay replay);
    bool pass(const Replay &replay);
    void releaseHeld();
    void onQuiet();

    ScanDetector m_detector;
    std::vector<Replay> m_held;
    QTimer m_quiet;
    quint64 m_keys = 0; ///< seen so far
};

} // namespace pressboard::client
