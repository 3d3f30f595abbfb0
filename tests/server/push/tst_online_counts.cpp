// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/online_counts.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

class TestOnlineCounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsWhoIsThere()
    {
        const Viewer presses{Viewer::Dialect::V1, true, false, {QStringLiteral("dept_3")}};
        const Viewer wall{Viewer::Dialect::Classic, true, false, {QStringLiteral("dept_3")}};
        const Viewer porch{Viewer::Dialect::V1, false, false, {QStringLiteral("dept_3")}};
        OnlineCounts counts;
        counts.enter(presses);
        counts.enter(presses);
        counts.enter(wall);
        counts.enter(porch);

        const Audience three({QStringLiteral("dept_3")});
        QCOMPARE(counts.count({}, false), 4);
        QCOMPARE(counts.count(three, false), 4);
        QCOMPARE(counts.count(three, true), 3); // without those who see notices only
        QCOMPARE(counts.count(Audience({QStringLiteral("dept_4")}), false), 0);
        QCOMPARE(counts.groups().size(), 2); // the dialect makes no difference

        counts.leave(presses);
        counts.leave(wall);
        counts.leave(porch);
        QCOMPARE(counts.count({}, false), 1);
        QCOMPARE(counts.groups().size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestOnlineCounts)
#include "tst_online_counts.moc"
