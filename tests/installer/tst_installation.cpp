// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

/// What "cmake --install" leaves behind is what the documentation speaks of.
class Installation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void hasWhatIsDocumented_data();
    void hasWhatIsDocumented();
    void programsRun_data();
    void programsRun();
    void serviceIsOneThatSystemdTakes();
    void serviceIsWellShutIn();
    void menuEntryIsOneThatDesktopsTake();
    void metadataIsRight();
    void manPagesNameWhatThereIs();

private:
    QString path(const QString &file) const { return m_prefix.filePath(file); }
    int run(const QString &program, const QStringList &arguments);

    QTemporaryDir m_prefix;
    QByteArray m_said;
};

int Installation::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    const bool ended = process.waitForFinished();
    m_said = process.readAll();
    return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

void Installation::initTestCase()
{
    const int exitCode = run(QStringLiteral(CMAKE_PROGRAM),
                             {QStringLiteral("--install"), QStringLiteral(BUILD_FOLDER),
                              QStringLiteral("--prefix"), m_prefix.path()});
    QVERIFY2(exitCode == 0, m_said.constData());
}

void Installation::hasWhatIsDocumented_data()
{
    QTest::addColumn<bool>("everywhere");
    QTest::newRow("share/doc/pressboard-server/pressboard.toml.example") << true;
    QTest::newRow("share/doc/pressboard-doc/docs/README.md") << true;
    QTest::newRow("share/doc/pressboard-server/pressboard.conf") << false;
    QTest::newRow("share/bash-completion/completions/pressboardctl") << false;
    for (const char *page : {"man1/pressboard.1.gz", "man1/pressboardctl.1.gz",
                             "man5/pressboard.toml.5.gz", "man8/pressboard-server.8.gz"})
        QTest::newRow(QByteArray("share/man/").append(page)) << false;
    QTest::newRow("share/applications/pressboard.desktop") << false;
    QTest::newRow("share/metainfo/pressboard.metainfo.xml") << false;
    QTest::newRow("share/icons/hicolor/scalable/apps/pressboard.svg") << false;
    for (const char *unit :
         {"pressboard-server.service", "pressboard-backup.service", "pressboard-backup.timer"})
        QTest::newRow(QByteArray("lib/systemd/system/").append(unit)) << false;
    for (const char *file : {"prometheus.yml", "pressboard.rules.yml", "pressboard.grafana.json"})
        QTest::newRow(QByteArray("share/pressboard/monitoring/").append(file)) << false;
}

void Installation::hasWhatIsDocumented()
{
    QFETCH(bool, everywhere);
#ifndef Q_OS_LINUX
    if (!everywhere)
        QSKIP("for Linux only");
#else
    Q_UNUSED(everywhere)
#endif
    QVERIFY(QFileInfo(path(QString::fromLatin1(QTest::currentDataTag()))).isFile());
}

void Installation::programsRun_data()
{
    QTest::addColumn<QString>("program");
    for (const char *name : {"pressboard-server", "pressboardctl", "pressboard"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void Installation::programsRun()
{
    QFETCH(QString, program);
    const int exitCode = run(path(QStringLiteral("bin/") + program), {QStringLiteral("--version")});
    QVERIFY2(exitCode == 0 && m_said.contains(PRESSBOARD_VERSION), m_said.constData());
}

void Installation::serviceIsOneThatSystemdTakes()
{
    const QString analyze = QStandardPaths::findExecutable(QStringLiteral("systemd-analyze"));
    if (analyze.isEmpty())
        QSKIP("there is no systemd here");
    // It looks for the program where a real installation has it, and may find none.
    run(analyze,
        {QStringLiteral("verify"), QStringLiteral("--man=no"),
         path(QStringLiteral("lib/systemd/system/pressboard-server.service"))});
    for (const QByteArray &line : m_said.split('\n')) {
        QVERIFY2(!line.contains("pressboard-server.service:")
                     || line.contains("is not executable: No such file"),
                 line.constData());
    }
}

void Installation::serviceIsWellShutIn()
{
    const QString analyze = QStandardPaths::findExecutable(QStringLiteral("systemd-analyze"));
    if (analyze.isEmpty())
        QSKIP("there is no systemd here");
    // In tenths: 1.5 of 10 is the most that it may be exposed.
    const int exitCode =
        run(analyze,
            {QStringLiteral("security"), QStringLiteral("--offline=true"),
             QStringLiteral("--no-pager"), QStringLiteral("--threshold=15"),
             path(QStringLiteral("lib/systemd/system/pressboard-server.service"))});
    QVERIFY2(exitCode == 0, m_said.constData());
}

void Installation::menuEntryIsOneThatDesktopsTake()
{
    const QString validate =
        QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate"));
    if (validate.isEmpty())
        QSKIP("desktop-file-utils is not installed");
    const int exitCode =
        run(validate, {path(QStringLiteral("share/applications/pressboard.desktop"))});
    QVERIFY2(exitCode == 0 && m_said.isEmpty(), m_said.constData());
}

void Installation::metadataIsRight()
{
    const QString validate = QStandardPaths::findExecutable(QStringLiteral("appstreamcli"));
    if (validate.isEmpty())
        QSKIP("appstream is not installed");
    const int exitCode = run(validate,
                             {QStringLiteral("validate"), QStringLiteral("--no-net"),
                              path(QStringLiteral("share/metainfo/pressboard.metainfo.xml"))});
    QVERIFY2(exitCode == 0, m_said.constData());
}

/// Made from what the programs say of themselves: each page has the last thing of it.
void Installation::manPagesNameWhatThereIs()
{
    const std::pair<const char *, const char *> lastThings[] = {
        {"man1/pressboard.1", "\\-\\-after"},
        {"man1/pressboardctl.1", ".SS new\\-log"},
        {"man5/pressboard.toml.5", ".B order\\-url"},
        {"man8/pressboard-server.8", "\\-\\-order\\-url"},
    };
    for (const auto &[page, named] : lastThings) {
        run(QStringLiteral("gzip"),
            {QStringLiteral("-dc"),
             path(QStringLiteral("share/man/%1.gz").arg(QLatin1StringView(page)))});
        QVERIFY2(m_said.contains(named), page);
        QVERIFY2(!m_said.contains("\n@"), page);
    }
}

QTEST_GUILESS_MAIN(Installation)
#include "tst_installation.moc"
