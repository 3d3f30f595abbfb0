// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/config_keys.h"
#include "server/config/config_sources.h"
#include "shared/state/alarm.h"

#include "shared/state/alarm.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::server;

class TestConfigSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void flagsWinOverEnvironmentOverFile();
    void takesItsFlagsOutOfTheArguments();
    void leavesEverythingAfterTwoDashesAlone();
    void findsTheFileByFlagAndEnvironment();
    void namesAllOfFiveMistakes();
    void saysWhereABrokenFileIsBroken();
    void refusesAFileThatIsNotThere();
    void refusesATable();
    void saysWhichFlagLacksItsValue();
    void neverRepeatsAPassword();
    void wantsCertificateAndKeyTogether();
    void readsListsOfTheFile();
    void readsTablesOfTheFile();
    void saysWhatIsWrongInATable();
    void fillsInTheDataDir();
    void readsTheSecretsOfTheService();

private:
    QString write(const QByteArray &toml);

    QTemporaryDir m_dir;
};

QString TestConfigSources::write(const QByteArray &toml)
{
    QFile file(m_dir.filePath(QStringLiteral("pressboard.toml")));
    file.open(QIODevice::WriteOnly);
    file.write(toml);
    return file.fileName();
}

static QProcessEnvironment environment(const QList<std::pair<QString, QString>> &variables = {})
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    return environment;
}

static QStringList problemsOf(const ConfigOrProblems &result)
{
    const auto *problems = std::get_if<QStringList>(&result);
    return problems ? *problems : QStringList();
}

void TestConfigSources::flagsWinOverEnvironmentOverFile()
{
    const QString path = write("shop-name = \"file\"\nlog-level = \"debug\"\nprefix = \"f:\"\n");
    QStringList arguments{QStringLiteral("--config"), path, QStringLiteral("--prefix=flag:")};
    const auto result =
        loadConfig(arguments,
                   environment({{QStringLiteral("PRESSBOARD_LOG_LEVEL"), QStringLiteral("error")},
                                {QStringLiteral("PRESSBOARD_PREFIX"), QStringLiteral("env:")}}));
    const Config config = std::get<Config>(result);
    QCOMPARE(config.shopName, QStringLiteral("file"));
    QCOMPARE(config.logLevel, QStringLiteral("error"));
    QCOMPARE(config.prefix, QStringLiteral("flag:"));
}

void TestConfigSources::takesItsFlagsOutOfTheArguments()
{
    QStringList arguments{QStringLiteral("--data-dir"), QStringLiteral("/tmp/d"),
                          QStringLiteral("status"), QStringLiteral("--from"),
                          QStringLiteral("0-0")};
    const auto result = loadConfig(arguments, environment());
    QCOMPARE(std::get<Config>(result).dataDir, QStringLiteral("/tmp/d"));
    QCOMPARE(
        arguments,
        QStringList({QStringLiteral("status"), QStringLiteral("--from"), QStringLiteral("0-0")}));
}

void TestConfigSources::leavesEverythingAfterTwoDashesAlone()
{
    const QStringList said{QStringLiteral("notify"), QStringLiteral("--"),
                           QStringLiteral("--listen"), QStringLiteral("--config")};
    QStringList arguments = said;
    QVERIFY(std::holds_alternative<Config>(loadConfig(arguments, environment())));
    QCOMPARE(arguments, said);
}

void TestConfigSources::findsTheFileByFlagAndEnvironment()
{
    const QString path = write("prefix = \"named:\"\n");
    QStringList none;
    const auto byEnvironment =
        loadConfig(none, environment({{QStringLiteral("PRESSBOARD_CONFIG"), path}}));
    QCOMPARE(std::get<Config>(byEnvironment).prefix, QStringLiteral("named:"));
    QStringList flag{QStringLiteral("--config=") + path};
    QCOMPARE(std::get<Config>(loadConfig(flag, environment())).prefix, QStringLiteral("named:"));
}

void TestConfigSources::namesAllOfFiveMistakes()
{
    const QString path = write("listn = \"0.0.0.0:1\"\n"
                               "heartbeat-s = 1\n"
                               "day-start = \"6 o'clock\"\n");
    QStringList arguments{QStringLiteral("--config"), path, QStringLiteral("--max-clients"),
                          QStringLiteral("many")};
    const auto result = loadConfig(
        arguments,
        environment({{QStringLiteral("PRESSBOARD_TIMEZONE"), QStringLiteral("Asia/Atlantis")}}));
    const QStringList expected{
        path + QStringLiteral(":1: there is no setting \"listn\"; did you mean listen?"),
        path
            + QStringLiteral(":2: heartbeat-s cannot be \"1\"; it takes a whole number from 5 to "
                             "600"),
        path
            + QStringLiteral(":3: day-start cannot be \"6 o'clock\"; it takes a time of day, such "
                             "as 06:00"),
        QStringLiteral("the environment's PRESSBOARD_TIMEZONE: timezone cannot be "
                       "\"Asia/Atlantis\"; it takes a time zone such as Asia/Shanghai"),
        QStringLiteral("--max-clients: max-clients cannot be \"many\"; it takes a whole number "
                       "from 1 to 1000000"),
    };
    QStringList problems = problemsOf(result);
    problems.sort();
    QStringList sorted = expected;
    sorted.sort();
    QCOMPARE(problems, sorted);
}

void TestConfigSources::saysWhereABrokenFileIsBroken()
{
    const QString path = write("prefix = \"a:\"\nlisten = = 3\n");
    ConfigSources sources;
    sources.readFile(path);
    QCOMPARE(sources.problems.size(), 1);
    QVERIFY2(sources.problems.first().startsWith(path + QStringLiteral(":2: ")),
             qPrintable(sources.problems.first()));
}

void TestConfigSources::refusesAFileThatIsNotThere()
{
    QStringList arguments{QStringLiteral("--config"), m_dir.filePath(QStringLiteral("none.toml"))};
    const QStringList problems = problemsOf(loadConfig(arguments, environment()));
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.first().contains(QStringLiteral("none.toml cannot be read")));
}

void TestConfigSources::refusesATable()
{
    ConfigSources sources;
    sources.readFile(write("[listen]\nport = 5173\n"));
    QCOMPARE(sources.problems.size(), 1);
    QVERIFY(sources.problems.first().contains(QStringLiteral("listen is a table")));
}

void TestConfigSources::saysWhichFlagLacksItsValue()
{
    QStringList arguments{QStringLiteral("--listen")};
    QCOMPARE(problemsOf(loadConfig(arguments, environment())),
             QStringList{QStringLiteral("--listen needs a value")});
    arguments = {QStringLiteral("--config")};
    QCOMPARE(problemsOf(loadConfig(arguments, environment())),
             QStringList{QStringLiteral("--config needs a file")});
}

void TestConfigSources::neverRepeatsAPassword()
{
    QStringList arguments{QStringLiteral("--redis"), QStringLiteral("http://me:hunter2@host")};
    const QString said = problemsOf(loadConfig(arguments, environment())).join(u'\n');
    QVERIFY(said.contains(QStringLiteral("--redis")));
    QVERIFY2(!said.contains(QStringLiteral("hunter2")), qPrintable(said));
}

void TestConfigSources::wantsCertificateAndKeyTogether()
{
    QStringList arguments{QStringLiteral("--tls-cert"), write("")};
    QCOMPARE(problemsOf(loadConfig(arguments, environment())),
             QStringList{QStringLiteral("tls-cert and tls-key go together; set both or neither")});
}

void TestConfigSources::readsListsOfTheFile()
{
    ConfigSources sources;
    sources.readFile(
        write("status-words = {\"外发中\" = \"processing\", \"7\" = 3}\n"
              "join-steps = [\"胶包\", \"打包\"]\npubsub = false\nops = \"127.0.0.1:0\"\n"));
    const Config config = std::get<Config>(sources.resolve());
    QCOMPARE(config.joinSteps, QStringList({QStringLiteral("胶包"), QStringLiteral("打包")}));
    QCOMPARE(config.statusWords,
             QStringList({QStringLiteral("7=3"), QStringLiteral("外发中=processing")}));
    QVERIFY(!config.pubsub);
    QCOMPARE(config.ops.port, 0);
}

void TestConfigSources::readsTablesOfTheFile()
{
    ConfigSources sources;
    sources.readFile(write("departments = {3 = \"印刷\"}\n[[steps]]\nname = \"印刷\"\n"
                           "[[calls]]\nname = \"paper\"\ntitle = \"缺纸\"\ngroups = [\"dept_7\"]\n"
                           "alarm = {repeat_s = 120}\n[[calls]]\nname = \"leader\"\n"
                           "title = \"找组长\"\nlevel = \"warning\"\nalarm = false\n"));
    const Config config = std::get<Config>(sources.resolve());
    QCOMPARE(config.departments, QStringList{QStringLiteral("3=印刷")});
    QCOMPARE(config.steps.size(), 1);
    QCOMPARE(config.calls.size(), 2);
    QCOMPARE(config.calls[0].call.groups, QStringList{QStringLiteral("dept_7")});
    QVERIFY(pressboard::Alarm::fromJson(config.calls[0].alarm)->repeat == std::chrono::minutes(2));
    QVERIFY(!config.calls[1].call.isAlarm && config.calls[1].alarm.isNull());
}

void TestConfigSources::saysWhatIsWrongInATable()
{
    for (const auto &[text, named] :
         {std::pair("[[calls]]\nname = \"缺纸\"\ntitle = \"x\"\n", "name"),
          std::pair("[[calls]]\nname = \"a\"\n", "title"),
          std::pair("[[calls]]\nname = \"a\"\ntitle = \"x\"\nlevel = \"loud\"\n", "level"),
          std::pair("[[calls]]\nname = \"a\"\ntitle = \"x\"\nalarms = true\n", "alarms"),
          std::pair("[[calls]]\nname = \"a\"\ntitle = \"x\"\nalarm = 5\n", "alarm"),
          std::pair("[[steps]]\nname = \"x\"\ncategory = \"back\"\n", "category"),
          std::pair("steps = \"印刷\"\n", "steps")}) {
        ConfigSources sources;
        sources.readFile(write(text));
        const auto resolved = sources.resolve();
        QVERIFY2(std::holds_alternative<QStringList>(resolved), text);
        const QString problem = std::get<QStringList>(resolved).join(u' ');
        QVERIFY2(problem.contains(QLatin1StringView(named)), qPrintable(problem));
    }
}

void TestConfigSources::fillsInTheDataDir()
{
    const Config config = std::get<Config>(ConfigSources().resolve());
    QVERIFY(config.dataDir.startsWith(u'/'));
    QVERIFY(config.dataDir.endsWith(QStringLiteral("/pressboard")));
}

/// As systemd reads them: comments, quotes, and what is none of ours.
void TestConfigSources::readsTheSecretsOfTheService()
{
    ConfigSources sources;
    sources.readSecrets(m_dir.filePath(QStringLiteral("none")));
    sources.readSecrets(write("# of the shop\n\nPRESSBOARD_REDIS=redis://:a=b@crm:6379\n"
                              "PRESSBOARD_SHOP_NAME=\"印务 一厂\"\nPRESSBOARD_LOG_LEVEL=loud\n"
                              "OTHER=1\n"));
    QCOMPARE(problemsOf(sources.resolve()).size(), 1);
    QVERIFY(problemsOf(sources.resolve()).first().startsWith(m_dir.path()));
    sources.readEnvironment(
        environment({{QStringLiteral("PRESSBOARD_LOG_LEVEL"), QStringLiteral("debug")}}));
    sources.settings.removeIf([](const Setting &setting) { return setting.value == u"loud"; });
    const Config config = std::get<Config>(sources.resolve());
    QCOMPARE(config.redis, QStringLiteral("redis://:a=b@crm:6379"));
    QCOMPARE(config.shopName, QStringLiteral("印务 一厂"));
}

QTEST_APPLESS_MAIN(TestConfigSources)
#include "tst_config_sources.moc"
