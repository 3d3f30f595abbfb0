// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <chrono>

namespace pressboard::client {

/// One press or release of a key, as the system tells it: before input methods, shortcuts and
/// focus.
struct RawKey
{
    enum class Kind {
        Text, ///< prints `text`, with no modifier but Shift
        End, ///< Return, Enter, Tab: what scanners send behind a code
        Shift, ///< held for capital letters, by scanners too
        Other, ///< an arrow, Ctrl, a shortcut
    };

    Kind kind = Kind::Other;
    bool isPress = true;
    quint32 code = 0; ///< of the physical key
    QString text; ///< of Kind::Text
    std::chrono::milliseconds at{0}; ///< when it was pressed; of one clock for all keys
    bool isRepeat = false; ///< the key is held down
};

/// Tells a barcode scanner from a hand. Both are keyboards; a scanner types a whole code within
/// milliseconds and ends it with Enter or Tab. To know, keys are held back for a moment.
class ScanDetector
{
public:
    /// Two keys of a scanner are closer than this; hands are slower, but for a few keys in a row.
    static constexpr std::chrono::milliseconds longestGap{50};
    /// Shorter codes are taken for typing.
    static constexpr int shortestCode = 5;
    /// More letters than any code has are no scan, however fast they come.
    static constexpr int longestCode = 256;

    enum class Decision {
        Pass, ///< goes its usual way
        Hold, ///< to be kept: it may belong to a scan
        Release, ///< what was held goes its usual way, and then this
        ReleaseAndHold, ///< what was held goes its usual way; this is kept
        Scanned, ///< this and what was held was a scan, and goes nowhere; see code()
        Drop, ///< goes nowhere: the rest of a scan
    };

    Decision add(const RawKey &key);
    /// No key came for longestGap: what is held goes its usual way.
    void forgetHeld();

    bool isHolding() const { return m_isHolding; }
    /// What is held prints something.
    bool holdsText() const { return !m_text.trimmed().isEmpty(); }
    const QString &code() const { return m_code; } ///< of the last scan

private:
    Decision addPress(const RawKey &key);
    Decision addRelease(const RawKey &key);
    Decision hold(const RawKey &key);
    Decision finish(const RawKey &key);
    bool isSoon(const RawKey &key) const;

    bool m_isHolding = false;
    QString m_text; ///< what was held prints
    QString m_code;
    QSet<quint32> m_pressed; ///< of what is held or was scanned, and not released yet
    std::chrono::milliseconds m_lastPress{0};
    std::chrono::milliseconds m_scannedAt{-longestGap};
};

} // namespace pressboard::client
