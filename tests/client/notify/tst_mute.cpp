// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/mute.h"

#include <QDateTime>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

class TestMute : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ends_data();
    void ends();
};

void TestMute::ends_data()
{
    QTest::addColumn<QString>("workHours");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("closing");
    QTest::addColumn<QString>("tomorrow");
    const auto row = [](const char *name, const char *hours, const char *now, const char *closing,
                        const char *tomorrow) {
        QTest::newRow(name) << QString::fromLatin1(hours) << QString::fromLatin1(now)
                            << QString::fromLatin1(closing) << QString::fromLatin1(tomorrow);
    };
    row("at work", "08:00-12:00,13:30-20:00", "2026-11-23 10:00", "2026-11-23 20:00",
        "2026-11-24 08:00");
    row("in the break", "08:00-12:00,13:30-20:00", "2026-11-23 13:00", "2026-11-23 20:00",
        "2026-11-24 08:00");
    row("after closing", "08:00-20:00", "2026-11-23 21:00", "2026-11-24 00:00", "2026-11-24 08:00");
    row("night shift", "20:00-06:00", "2026-11-23 21:00", "2026-11-24 06:00", "2026-11-24 20:00");
    row("until midnight", "08:00-24:00", "2026-11-23 21:00", "2026-11-24 00:00",
        "2026-11-24 08:00");
    row("no hours", "", "2026-11-23 10:00", "2026-11-23 18:00", "2026-11-24 08:00");
    row("nonsense", "early", "2026-11-23 10:00", "2026-11-23 18:00", "2026-11-24 08:00");
}

void TestMute::ends()
{
    QFETCH(QString, workHours);
    QFETCH(QString, now);
    const QTimeZone zone("Asia/Shanghai");
    const Moment begin = *momentFromText(now, zone);
    const auto end = [&](MuteSpan span) {
        const auto ms = muteEnd(span, begin, workHours, zone).time_since_epoch().count();
        return QDateTime::fromMSecsSinceEpoch(ms, zone).toString(
            QStringLiteral("yyyy-MM-dd HH:mm"));
    };
    QTEST(end(MuteSpan::UntilClosing), "closing");
    QTEST(end(MuteSpan::UntilTomorrow), "tomorrow");
    QCOMPARE(muteEnd(MuteSpan::Hour, begin, workHours, zone), begin + std::chrono::hours(1));
}

QTEST_GUILESS_MAIN(TestMute)
#include "tst_mute.moc"
