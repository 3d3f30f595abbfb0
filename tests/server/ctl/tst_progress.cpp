// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/cli/progress.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace pressboard::test;
using namespace pressboard::server::ctl;
using namespace std::chrono_literals;

class TestProgress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsShortIsSilent();
    void aTerminalHasOneMovingLine();
    void elsewhereItIsALineNowAndThen();
};

void TestProgress::whatIsShortIsSilent()
{
    ManualClock clock;
    QString text;
    QTextStream to(&text);
    Progress progress(clock, to, true);
    clock.advance(999ms);
    progress.show(QStringLiteral("1 of 2"));
    progress.clear();
    QCOMPARE(text, QString());
}

void TestProgress::aTerminalHasOneMovingLine()
{
    ManualClock clock;
    QString text;
    QTextStream to(&text);
    Progress progress(clock, to, true);
    clock.advance(1s);
    progress.show(QStringLiteral("1 of 3"));
    clock.advance(99ms);
    progress.show(QStringLiteral("too soon to be read"));
    clock.advance(1ms);
    progress.show(QStringLiteral("3 of 3"));
    progress.clear();
    progress.clear();
    QCOMPARE(text, QStringLiteral("\r\x1B[K1 of 3\r\x1B[K3 of 3\r\x1B[K"));
}

void TestProgress::elsewhereItIsALineNowAndThen()
{
    ManualClock clock;
    QString text;
    QTextStream to(&text);
    Progress progress(clock, to, false);
    for (int second = 1; second <= 7; ++second) {
        clock.advance(1s);
        progress.show(QStringLiteral("%1 of 9").arg(second));
    }
    progress.clear();
    QCOMPARE(text, QStringLiteral("1 of 9\n6 of 9\n"));
}

QTEST_APPLESS_MAIN(TestProgress)
#include "tst_progress.moc"
