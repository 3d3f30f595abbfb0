// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/file_limit.h"

#include <QTest>

#include <sys/resource.h>

using namespace pressboard::server;

class TestFileLimit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void raisesWhatIsTooLow();
    void stopsWhereItMustNot();
};

static rlimit limitNow()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return limit;
}

void TestFileLimit::raisesWhatIsTooLow()
{
    rlimit low = limitNow();
    low.rlim_cur = 100;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &low), 0);
    QCOMPARE(platform::allowOpenFiles(200), 200);
    QCOMPARE(limitNow().rlim_cur, 200u);
    QCOMPARE(platform::allowOpenFiles(150), 150); // enough is not made less
    QCOMPARE(limitNow().rlim_cur, 200u);
}

void TestFileLimit::stopsWhereItMustNot()
{
    rlimit few = limitNow();
    few.rlim_cur = 100;
    few.rlim_max = 300;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
    QCOMPARE(platform::allowOpenFiles(1000), 300);
    QCOMPARE(limitNow().rlim_cur, 300u);
}

QTEST_APPLESS_MAIN(TestFileLimit)
#include "tst_file_limit.moc"
