// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scanner/scan_filter.h"

#include <QApplication>
#include <QWidget>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

bool focusWantsText()
{
    const QWidget *focus = QApplication::focusWidget();
    return focus != nullptr && focus->property(ScanFilter::wantsText).toBool();
}

bool isRelease(ScanDetector::Decision decision)
{
    return decision == ScanDetector::Decision::Release
        || decision == ScanDetector::Decision::ReleaseAndHold;
}

} // namespace

ScanFilter::ScanFilter()
{
    m_quiet.setSingleShot(true);
    m_quiet.setTimerType(Qt::PreciseTimer);
    m_quiet.setInterval(ScanDetector::longestGap);
    connect(&m_quiet, &QTimer::timeout, this, &ScanFilter::onQuiet);
}

bool ScanFilter::handle(const RawKey &key, Replay replay)
{
    ++m_keys;
    if (!m_detector.isHolding() && focusWantsText())
        return pass(replay);
    const bool heldText = m_detector.holdsText();
    const ScanDetector::Decision decision = m_detector.add(key);
    if (heldText && isRelease(decision))
        Q_EMIT aboutToType();
    return apply(decision, std::move(replay));
}

bool ScanFilter::apply(ScanDetector::Decision decision, Replay replay)
{
    using Decision = ScanDetector::Decision;
    switch (decision) {
    case Decision::Pass:
        return pass(replay);
    case Decision::Release:
        m_held.push_back(std::move(replay));
        releaseHeld();
        return true;
    case Decision::ReleaseAndHold:
        releaseHeld();
        [[fallthrough]];
    case Decision::Hold:
        m_held.push_back(std::move(replay));
        m_quiet.start();
        return true;
    case Decision::Scanned:
        m_held.clear();
        m_quiet.stop();
        Q_EMIT scanned(m_detector.code());
        return true;
    case Decision::Drop:
        break;
    }
    return true;
}

bool ScanFilter::pass(const Replay &replay)
{
    if (!isReplaying())
        return false;
    replay();
    return true;
}

void ScanFilter::releaseHeld()
{
    m_quiet.stop();
    const std::vector<Replay> held = std::exchange(m_held, {});
    for (const Replay &replay : held)
        replay();
}

/// The timer may be late, with the scanner's next keys waiting behind a long turn of the loop: one
/// more turn lets them in.
void ScanFilter::onQuiet()
{
    QTimer::singleShot(0ms, this, [this, seen = m_keys] {
        if (seen != m_keys || !m_detector.isHolding())
            return;
        if (m_detector.holdsText())
            Q_EMIT aboutToType();
        m_detector.forgetHeld();
        releaseHeld();
    });
}

} // namespace pressboard::client
