// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/seen_watch.h"

#include <QTest>

using namespace pressboard::client;
using namespace std::chrono_literals;

class TestSeenWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGlanceIsNotEnough()
    {
        SeenWatch watch;
        QCOMPARE(watch.update({u"a"_qs}, 0ms), QStringList());
        QCOMPARE(watch.update({u"a"_qs, u"b"_qs}, 1999ms), QStringList());
        QCOMPARE(watch.update({u"a"_qs, u"b"_qs}, 2000ms), QStringList{u"a"_qs});
        QCOMPARE(watch.update({u"b"_qs}, 3999ms), QStringList{u"b"_qs});
    }

    void lookingAwayStartsOver()
    {
        SeenWatch watch;
        watch.update({u"a"_qs}, 0ms);
        watch.update({}, 1s); // scrolled away, or the window lost its user
        QCOMPARE(watch.update({u"a"_qs}, 2s), QStringList());
        QCOMPARE(watch.update({u"a"_qs}, 3999ms), QStringList());
        QCOMPARE(watch.update({u"a"_qs}, 4s), QStringList{u"a"_qs});
    }
};

QTEST_APPLESS_MAIN(TestSeenWatch)
#include "tst_seen_watch.moc"
