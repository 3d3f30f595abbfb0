// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ctl/ctl_run.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::test;
using namespace std::chrono_literals;

/// What everybody meets before any command does anything.
class TestProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void helpNamesEveryCommand();
    void helpOfACommand_data();
    void helpOfACommand();
    void helpIsNoOptionBehindTwoDashes();
    void saysItsVersion();
    void wrongUsage_data();
    void wrongUsage();
    void aBadConfigurationIsNamed();
    void saysThatThereIsNoRedis();
    void neverShowsThePassword();
    void usesTheEmbeddedSocketOfTheDataDir();
    void saysWhenRedisRefusesThePassword();
};

static QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

void TestProgram::helpNamesEveryCommand()
{
    CtlRun run({QStringLiteral("--help")});
    QCOMPARE(run.end(), 0);
    for (const auto &kind : pressboard::server::ctl::commandTable())
        QVERIFY2(run.out().contains(QLatin1StringView(kind.name)), kind.name);
}

void TestProgram::helpOfACommand_data()
{
    QTest::addColumn<int>("row");
    const auto &table = pressboard::server::ctl::commandTable();
    for (int i = 0; i < table.size(); ++i)
        QTest::newRow(table.at(i).name) << i;
}

/// Each option stands in the usage and is explained, wherever --help stands.
void TestProgram::helpOfACommand()
{
    QFETCH(int, row);
    const auto &kind = pressboard::server::ctl::commandTable().at(row);
    CtlRun run(QStringList{u"--prefix"_qs, u"status:"_qs} + words(QString::fromLatin1(kind.name))
               + QStringList{u"--help"_qs});
    QCOMPARE(run.end(), 0);
    const QString help = run.out();
    QVERIFY2(help.startsWith(u"usage: pressboardctl "_qs + QLatin1StringView(kind.name)),
             qPrintable(help));
    for (const auto &option : kind.options) {
        const QString name = u"--"_qs + QLatin1StringView(option.name);
        QVERIFY2(QString::fromUtf8(kind.usage).contains(name), option.name);
        QVERIFY2(help.contains(u"\n  "_qs + name) && *option.help, option.name);
    }
    for (const QString &line : help.split(u'\n').mid(1))
        QVERIFY2(line.size() <= 100, qPrintable(line));
}

void TestProgram::helpIsNoOptionBehindTwoDashes()
{
    CtlRun run({u"notify"_qs, u"--"_qs, u"--help"_qs, u"two"_qs});
    QCOMPARE(run.end(), 2);
}

void TestProgram::saysItsVersion()
{
    CtlRun run({QStringLiteral("--version")});
    QCOMPARE(run.end(), 0);
    QCOMPARE(run.out(), u"pressboardctl "_qs + QCoreApplication::applicationVersion() + u'\n');
}

void TestProgram::wrongUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *line, const char *says) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(says);
    };
    row("", "--help");
    row("dance", "no command \"dance\"");
    row("user", "no command \"user\"");
    row("publish order_notification", "usage: pressboardctl publish TYPE JSON");
    row("notify a --volume loud", "no option --volume");
    row("notify a b", "usage: pressboardctl notify MESSAGE");
    row("import f --as-of yesterday", "--as-of");
    row("simulate --orders 0", "--orders");
    row("simulate --rate fast", "--rate");
    row("simulate --start soon", "--start");
    row("user add 王芳", "--display");
    row("user add wang --role king", "--role");
    row("user add wang --department a/b", "--department");
    row("tail --from here", "--from");
    row("reset", "--yes");
}

void TestProgram::wrongUsage()
{
    QFETCH(QString, line);
    QFETCH(QString, says);
    CtlRun run(words(line));
    QCOMPARE(run.end(), 2);
    QVERIFY2(run.err().contains(says), qPrintable(run.err()));
    QCOMPARE(run.out(), QString());
}

void TestProgram::aBadConfigurationIsNamed()
{
    CtlRun run({QStringLiteral("--config"), QStringLiteral("/nowhere/pressboard.toml"),
                QStringLiteral("status")});
    QCOMPARE(run.end(), 1);
    QVERIFY(run.err().contains(QStringLiteral("/nowhere/pressboard.toml cannot be read")));
}

void TestProgram::saysThatThereIsNoRedis()
{
    QTemporaryDir dir;
    CtlRun run({QStringLiteral("--redis"),
                QStringLiteral("unix://") + dir.filePath(QStringLiteral("none.sock")),
                QStringLiteral("status")});
    run.program().setPatience(50ms);
    QCOMPARE(run.end(), 1);
    QVERIFY(run.err().startsWith(QStringLiteral("No usable Redis at unix://")));
    QVERIFY(run.err().contains(QStringLiteral("is pressboard-server running?")));
}

void TestProgram::neverShowsThePassword()
{
    QTemporaryDir dir;
    CtlRun run({QStringLiteral("--redis"),
                QStringLiteral("unix://%1?user=me&password=hunter2")
                    .arg(dir.filePath(QStringLiteral("none.sock"))),
                QStringLiteral("status")});
    run.program().setPatience(50ms);
    QCOMPARE(run.end(), 1);
    QVERIFY(!run.err().contains(QStringLiteral("hunter2")));
}

void TestProgram::usesTheEmbeddedSocketOfTheDataDir()
{
    QTemporaryDir dir;
    CtlRun run({QStringLiteral("--data-dir"), dir.path(), QStringLiteral("status")});
    run.program().setPatience(50ms);
    QCOMPARE(run.end(), 1);
    QVERIFY2(run.err().contains(dir.filePath(QStringLiteral("redis.sock"))), qPrintable(run.err()));
    QVERIFY(run.err().contains(QStringLiteral("--data-dir")));
}

void TestProgram::saysWhenRedisRefusesThePassword()
{
    RedisFixture redis({QStringLiteral("--requirepass"), QStringLiteral("secret")});
    QVERIFY(redis.start());
    CtlRun run(redis, {QStringLiteral("status")});
    run.program().setPatience(2s);
    QCOMPARE(run.end(), 1);
    QVERIFY2(run.err().contains(QStringLiteral("password")), qPrintable(run.err()));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
