// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/store.h"
#include "tests/support/manual_clock.h"

#include <QJsonObject>

namespace pressboard::test {

/// The sample shop since yesterday evening, told to a store event by event: notices of all levels,
/// some withdrawn or expired; changes of all kinds; a night switched off, a cut that only a
/// snapshot mended, an import. At its end the clock stands at sampleNow() and the board is live.
class SampleMorning
{
public:
    SampleMorning(client::Store &store, ManualClock &clock);

    void tell();

    void waitUntil(QTime time, QDate day = QDate(2026, 11, 23));
    StreamId event(const QString &type, QJsonObject data, bool imported = false);
    StreamId notice(const char *level, const QString &text, QJsonObject more = {});
    StreamId order(int seed, QJsonObject fields); ///< of the sample shop's 64, or a new one
    void step(int seed, int index, StepStatus status, const QString &who = {});
    void cut();
    void comeBack(protocol::Sync::Mode mode);

private:
    void begin();
    void lastEvening();
    void beforeTheCut();
    void afterTheCut();

    client::Store &m_store;
    ManualClock &m_clock;
    StreamId m_last;
};

} // namespace pressboard::test
