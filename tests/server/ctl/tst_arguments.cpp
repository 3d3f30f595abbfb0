// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/cli/arguments.h"

#include <QTest>

using namespace pressboard::server::ctl;

class TestArguments : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesOptionsApart();
    void keepsEverythingAfterTwoDashes();
    void refuses_data();
    void refuses();
    void readsNumbersWithinBounds();
};

static QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

static const QList<OptionSpec> options{{"group"}, {"count"}, {"keep", false}};

void TestArguments::takesOptionsApart()
{
    const auto read = Arguments::parse(words("a --group x --keep b --group=y=z"), options);
    QVERIFY(read);
    QCOMPARE(read->plain(), words("a b"));
    QCOMPARE(read->values("group"), words("x y=z"));
    QCOMPARE(read->value("group"), QStringLiteral("y=z"));
    QVERIFY(read->has("keep"));
    QVERIFY(!read->has("count"));
    QCOMPARE(read->value("count", QStringLiteral("7")), QStringLiteral("7"));
}

void TestArguments::keepsEverythingAfterTwoDashes()
{
    const auto read = Arguments::parse(words("a -- --group --what"), options);
    QVERIFY(read);
    QCOMPARE(read->plain(), words("a --group --what"));
}

void TestArguments::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("unknown") << QStringLiteral("--what")
                             << QStringLiteral("there is no option --what");
    QTest::newRow("no value") << QStringLiteral("a --group")
                              << QStringLiteral("--group needs a value");
    QTest::newRow("value for a flag")
        << QStringLiteral("--keep=yes") << QStringLiteral("--keep takes no value");
}

void TestArguments::refuses()
{
    QFETCH(QString, line);
    const auto read = Arguments::parse(line.split(u' '), options);
    QVERIFY(!read);
    QTEST(read.error().message, "sentence");
}

void TestArguments::readsNumbersWithinBounds()
{
    const auto read = Arguments::parse(words("--count 12"), options);
    QCOMPARE(*read->number("count", 1, 0, 100), 12);
    QCOMPARE(*read->number("group", 5, 0, 100), 5);
    QVERIFY(!read->number("count", 1, 13, 100));
    QCOMPARE(read->number("count", 1, 0, 11).error().message,
             QStringLiteral("--count: found \"12\", expected a whole number from 0 to 11"));
    QVERIFY(!Arguments::parse(words("--count twelve"), options)->number("count", 1, 0, 100));
}

QTEST_APPLESS_MAIN(TestArguments)
#include "tst_arguments.moc"
