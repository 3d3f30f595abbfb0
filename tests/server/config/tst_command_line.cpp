// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/command_line.h"
#include "server/config/config_keys.h"

#include <QTest>

using namespace pressboard::server;
using Action = CommandLine::Action;

class TestCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsWithDefaults();
    void checksTheConfiguration();
    void helpNamesEverySetting();
    void saysItsVersion();
    void doesNotKnowWhatItDoesNotKnow();
    void saysWhatIsWrongWithTheConfiguration();
};

static CommandLine parsed(const QStringList &arguments)
{
    return parseServerCommandLine(arguments, QProcessEnvironment());
}

void TestCommandLine::runsWithDefaults()
{
    const CommandLine line = parsed({});
    QCOMPARE(line.action, Action::Run);
    QCOMPARE(line.config.listen.toString(), QStringLiteral("0.0.0.0:5173"));
}

void TestCommandLine::checksTheConfiguration()
{
    const CommandLine line = parsed({QStringLiteral("--check-config"), QStringLiteral("--listen"),
                                     QStringLiteral("127.0.0.1:1")});
    QCOMPARE(line.action, Action::CheckConfig);
    QCOMPARE(line.config.listen.port, 1);
}

void TestCommandLine::helpNamesEverySetting()
{
    const CommandLine line = parsed({QStringLiteral("--help")});
    QCOMPARE(line.action, Action::Help);
    for (const ConfigKey &key : configKeys())
        QVERIFY2(line.text.contains(QStringLiteral("--") + QLatin1StringView(key.name)), key.name);
}

void TestCommandLine::saysItsVersion()
{
    const CommandLine line = parsed({QStringLiteral("--version")});
    QCOMPARE(line.action, Action::Version);
}

void TestCommandLine::doesNotKnowWhatItDoesNotKnow()
{
    const CommandLine line = parsed({QStringLiteral("--lisen"), QStringLiteral("0.0.0.0:1")});
    QCOMPARE(line.action, Action::WrongUsage);
    QVERIFY(line.text.contains(QStringLiteral("--lisen")));
}

void TestCommandLine::saysWhatIsWrongWithTheConfiguration()
{
    const CommandLine line = parsed({QStringLiteral("--listen"), QStringLiteral("here")});
    QCOMPARE(line.action, Action::BadConfig);
    QVERIFY(line.text.contains(QStringLiteral("\"here\"")));
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
