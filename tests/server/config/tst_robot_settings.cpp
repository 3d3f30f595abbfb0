// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/config_keys.h"
#include "server/config/config_sources.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::server;

/// [[robot]] and stuck, as somebody writes them down.
class TestRobotSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheFile();
    void readsTheEnvironment();
    void takesSecretsFromTheirPlaceAlone();
    void mistakesAreNamed_data();
    void mistakesAreNamed();
    void addressesAreJudged_data();
    void addressesAreJudged();
    void isWrittenAsItIsRead();

private:
    ConfigSources sourcesOf(const QByteArray &toml);
    static Config configOf(const ConfigSources &sources);

    QTemporaryDir m_dir;
};

ConfigSources TestRobotSettings::sourcesOf(const QByteArray &toml)
{
    QFile file(m_dir.filePath(u"pressboard.toml"_qs));
    file.open(QIODevice::WriteOnly);
    file.write(toml);
    file.close();
    ConfigSources sources;
    sources.readFile(file.fileName());
    return sources;
}

Config TestRobotSettings::configOf(const ConfigSources &sources)
{
    const ConfigOrProblems result = sources.resolve();
    if (const auto *problems = std::get_if<QStringList>(&result))
        qFatal("%s", qPrintable(problems->join(u'\n')));
    return std::get<Config>(result);
}

void TestRobotSettings::readsTheFile()
{
    const Config config = configOf(sourcesOf(R"(
stuck = { running-h = 12, unbegun-days = 0, groups = ["role_admin"] }

[[robot]]
name = "office"
service = "dingtalk"
kinds = ["notices", "due-today"]
groups = ["dept_3", "role_admin"]
at = "07:45"

[[robot]]
name = "print-hall"
service = "webhook"
allow-private = true
)"));
    QCOMPARE(config.stuck.runningHours, std::optional(12));
    QCOMPARE(config.stuck.unbegunDays, std::optional(0));
    QVERIFY(!config.stuck.medianTimes && !config.stuck.isOff());
    QCOMPARE(config.robots.size(), 2);
    const RobotSettings office = config.robots.first();
    QCOMPARE(office.service, RobotService::DingTalk);
    QVERIFY(office.tells(robot_kind::dueToday) && !office.tells(robot_kind::silent));
    QCOMPARE(office.groups.size(), 2);
    QCOMPARE(office.at, QTime(7, 45));
    QVERIFY(!office.allowPrivate);
    const RobotSettings hall = config.robots.last();
    QCOMPARE(hall.kinds.size(), 7);
    QCOMPARE(hall.levels, (QStringList{u"warning"_qs, u"error"_qs}));
    QCOMPARE(hall.at, QTime(8, 0));
    QVERIFY(hall.allowPrivate);
}

void TestRobotSettings::readsTheEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(u"PRESSBOARD_ROBOT"_qs, uR"([{"name":"office","service":"wecom"}])"_qs);
    environment.insert(u"PRESSBOARD_STUCK"_qs, uR"({"unmoved-h":48})"_qs);
    ConfigSources sources;
    sources.readEnvironment(environment);
    const Config config = configOf(sources);
    QCOMPARE(config.robots.size(), 1);
    QCOMPARE(config.stuck.unmovedHours, std::optional(48));
}

void TestRobotSettings::takesSecretsFromTheirPlaceAlone()
{
    ConfigSources sources = sourcesOf(R"(
[[robot]]
name = "print-hall"
service = "feishu"
)");
    QVERIFY(
        configOf(sources).robots.first().problem().contains(u"PRESSBOARD_ROBOT_PRINT_HALL_URL"_qs));
    QFile secrets(m_dir.filePath(u"secrets"_qs));
    QVERIFY(secrets.open(QIODevice::WriteOnly));
    secrets.write("# for root alone\nPRESSBOARD_ROBOT_PRINT_HALL_URL=https://open.feishu.cn/a?b=c\n"
                  "PRESSBOARD_ROBOT_PRINT_HALL_SECRET=\"SEC=1\"\n");
    secrets.close();
    sources.readSecrets(secrets.fileName());
    const RobotSettings robot = configOf(sources).robots.first();
    QCOMPARE(robot.address, u"https://open.feishu.cn/a?b=c"_qs);
    QCOMPARE(robot.secret, u"SEC=1"_qs);
    QCOMPARE(robot.problem(), QString());
    // Not in the file that others read, and in nothing that is said.
    for (const char *member : {"url", "address", "secret", "key"}) {
        const auto result = sourcesOf("[[robot]]\nname = \"a\"\nservice = \"wecom\"\n"
                                      + QByteArray(member) + " = \"https://x\"\n")
                                .resolve();
        QVERIFY(std::holds_alternative<QStringList>(result));
    }
    QVERIFY(!toJson({robot}).contains("feishu.cn") && !toJson({robot}).contains("SEC"));
}

void TestRobotSettings::mistakesAreNamed_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *members, const char16_t *said) {
        QTest::newRow(name) << QByteArray("[[robot]]\n") + members << QString::fromUtf16(said);
    };
    row("no name", "service = \"wecom\"", u"name: found \"\", expected");
    row("name", "name = \"A b\"\nservice = \"wecom\"", u"\"A b\": name: found \"A b\"");
    row("no service", "name = \"a\"", u"\"a\": service: found nothing, expected wecom, dingtalk");
    row("service", "name = \"a\"\nservice = \"slack\"", u"service: found slack");
    row("kind", "name = \"a\"\nservice = \"wecom\"\nkinds = [\"alarm\"]",
        u"kinds: found \"alarm\"");
    row("no list", "name = \"a\"\nservice = \"wecom\"\ngroups = \"a\"", u"groups: found \"a\"");
    row("level", "name = \"a\"\nservice = \"wecom\"\nlevels = [3]", u"levels: found 3");
    row("time", "name = \"a\"\nservice = \"wecom\"\nat = \"25:00\"", u"at: found 25:00");
    row("flag", "name = \"a\"\nservice = \"wecom\"\nallow-private = \"yes\"",
        u"allow-private: found \"yes\"");
    row("unknown", "name = \"a\"\nservice = \"wecom\"\nroom = 1", u"there is no \"room\" in it");
    row("two of a name",
        "name = \"a\"\nservice = \"wecom\"\n[[robot]]\nname = \"a\"\nservice = \"feishu\"",
        u"\"a\": there are two");
    QTest::newRow("one table") << QByteArray("[robot]\nname = \"a\"") << u"expected [[robot]]"_qs;
    QTest::newRow("stuck") << QByteArray("stuck = { running-h = 0 }")
                           << u"stuck: running-h: found 0, expected a whole number from 1"_qs;
    QTest::newRow("stuck, unknown")
        << QByteArray("stuck = { running = 3 }") << u"there is no \"running\" in it"_qs;
    QTest::newRow("stuck, no table") << QByteArray("stuck = [1]") << u"found no table"_qs;
}

void TestRobotSettings::mistakesAreNamed()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, said);
    const ConfigOrProblems result = sourcesOf(toml).resolve();
    const auto *problems = std::get_if<QStringList>(&result);
    QVERIFY(problems && problems->size() == 1);
    QVERIFY2(problems->first().contains(said), qPrintable(problems->first()));
    QVERIFY2(problems->first().contains(u"pressboard.toml:1"_qs), qPrintable(problems->first()));
}

void TestRobotSettings::addressesAreJudged_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isPrivate");
    QTest::addColumn<bool>("good");
    QTest::newRow("https") << u"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a"_qs << false
                           << true;
    QTest::newRow("http") << u"http://qyapi.weixin.qq.com/a"_qs << false << false;
    QTest::newRow("http within") << u"http://10.0.0.1:8080/a"_qs << true << true;
    QTest::newRow("a file") << u"file:///etc/passwd"_qs << true << false;
    QTest::newRow("no host") << u"https:///a"_qs << true << false;
    QTest::newRow("a password") << u"https://a:b@host/"_qs << true << false;
    QTest::newRow("words") << u"office robot"_qs << true << false;
}

void TestRobotSettings::addressesAreJudged()
{
    QFETCH(bool, isPrivate);
    QFETCH(bool, good);
    QFETCH(QString, address);
    RobotSettings robot;
    robot.name = u"office"_qs;
    robot.address = address;
    robot.allowPrivate = isPrivate;
    QCOMPARE(robot.problem().isEmpty(), good);
    QVERIFY(!robot.problem().contains(address)); // it holds the key
    robot.service = RobotService::Webhook;
    QVERIFY(!robot.problem().isEmpty()); // unsigned
}

void TestRobotSettings::isWrittenAsItIsRead()
{
    const Config config = configOf(sourcesOf(R"(
stuck = { running-h = 12, median-times = 3, groups = ["role_admin"], language = "en" }
[[robot]]
name = "office"
service = "dingtalk"
levels = ["info"]
)"));
    for (const char *name : {"stuck", "robot"}) {
        const ConfigKey *key = configKey(QString::fromLatin1(name));
        Config again;
        QVERIFY(!key->set(again, key->get(config)));
        QCOMPARE(key->get(again), key->get(config));
        QVERIFY(key->get(config) != key->get(Config()));
    }
}

QTEST_APPLESS_MAIN(TestRobotSettings)
#include "tst_robot_settings.moc"
