// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/online_counts.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

class TestAttendance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsWhoIsThere()
    {
        const Viewer presses{Viewer::Dialect::V1, true, {QStringLiteral("dept_3")}};
        const Viewer wall{Viewer::Dialect::Classic, true, {QStringLiteral("dept_3")}};
        const Viewer porch{Viewer::Dialect::V1, false, {QStringLiteral("dept_3")}};
        OnlineCounts attendance;
        attendance.enter(presses);
        attendance.enter(presses);
        attendance.enter(wall);
        attendance.enter(porch);

        const Audience three({QStringLiteral("dept_3")});
        QCOMPARE(attendance.count({}, false), 4);
        QCOMPARE(attendance.count(three, false), 4);
        QCOMPARE(attendance.count(three, true), 3); // without those who see notices only
        QCOMPARE(attendance.count(Audience({QStringLiteral("dept_4")}), false), 0);
        QCOMPARE(attendance.groups().size(), 2); // the dialect makes no difference

        attendance.leave(presses);
        attendance.leave(wall);
        attendance.leave(porch);
        QCOMPARE(attendance.count({}, false), 1);
        QCOMPARE(attendance.groups().size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestAttendance)
#include "tst_online_counts.moc"
