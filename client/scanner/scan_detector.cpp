// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scanner/scan_detector.h"

namespace pressboard::client {

ScanDetector::Decision ScanDetector::add(const RawKey &key)
{
    return key.isPress ? addPress(key) : addRelease(key);
}

void ScanDetector::forgetHeld()
{
    m_isHolding = false;
    m_text.clear();
    m_pressed.clear();
}

bool ScanDetector::isSoon(const RawKey &key) const
{
    return key.at - m_lastPress < longestGap;
}

ScanDetector::Decision ScanDetector::addPress(const RawKey &key)
{
    using Kind = RawKey::Kind;
    // Some scanners end a code with two keys: Enter and line feed, Tab and Enter.
    if (key.kind == Kind::End && !m_isHolding && key.at - m_scannedAt < longestGap) {
        m_pressed.insert(key.code);
        return Decision::Drop;
    }
    const bool mayBelong = !key.isRepeat && m_text.size() < longestCode
        && (key.kind == Kind::Text || key.kind == Kind::Shift);
    if (!m_isHolding)
        return mayBelong ? hold(key) : Decision::Pass;
    if (mayBelong && isSoon(key))
        return hold(key);
    if (key.kind == Kind::End && isSoon(key) && m_text.size() >= shortestCode)
        return finish(key);
    forgetHeld();
    if (!mayBelong)
        return Decision::Release;
    hold(key);
    return Decision::ReleaseAndHold;
}

ScanDetector::Decision ScanDetector::hold(const RawKey &key)
{
    m_isHolding = true;
    m_text += key.text;
    m_pressed.insert(key.code);
    m_lastPress = key.at;
    return Decision::Hold;
}

ScanDetector::Decision ScanDetector::finish(const RawKey &key)
{
    m_code = m_text;
    m_text.clear();
    m_isHolding = false;
    m_pressed.insert(key.code);
    m_scannedAt = key.at;
    return Decision::Scanned;
}

/// A release keeps its place among what is held: an input method that sees Shift pressed and
/// released with nothing between takes that for its own shortcut. A key that was pressed before is
/// no part of it.
ScanDetector::Decision ScanDetector::addRelease(const RawKey &key)
{
    if (!m_pressed.remove(key.code))
        return Decision::Pass;
    return m_isHolding ? Decision::Hold : Decision::Drop;
}

} // namespace pressboard::client
