// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/config_keys.h"
#include "server/config/config_sources.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::server;

/// The example is the manual: it must name every setting there is, and tell the truth about
/// defaults.
class TestConfigExample : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void parses();
    void namesExactlyTheSettingsThereAre();
    void holdsTheDefaults_data();
    void holdsTheDefaults();

private:
    QString m_uncommented;
};

/// "# words" explains, "#key = value" is a setting.
void TestConfigExample::init()
{
    QFile file(QStringLiteral(EXAMPLE_FILE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_uncommented = QString::fromUtf8(file.readAll());
    static const QRegularExpression setting(QStringLiteral("^#(?=[a-z])"),
                                            QRegularExpression::MultilineOption);
    m_uncommented.replace(setting, QString());
}

static ConfigSources read(const QString &text)
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("pressboard.toml")));
    file.open(QIODevice::WriteOnly);
    file.write(text.toUtf8());
    file.close();
    ConfigSources sources;
    sources.readFile(file.fileName());
    return sources;
}

void TestConfigExample::parses()
{
    const ConfigOrProblems config = read(m_uncommented).resolve();
    const auto *problems = std::get_if<QStringList>(&config);
    QVERIFY2(!problems, problems ? qPrintable(problems->join(u'\n')) : "");
}

void TestConfigExample::namesExactlyTheSettingsThereAre()
{
    QStringList named;
    for (const Setting &setting : read(m_uncommented).settings)
        named.append(setting.key);
    QStringList existing;
    for (const ConfigKey &key : configKeys())
        existing.append(QString::fromLatin1(key.name));
    named.sort();
    existing.sort();
    QCOMPARE(named, existing);
}

void TestConfigExample::holdsTheDefaults_data()
{
    QTest::addColumn<QString>("name");
    for (const ConfigKey &key : configKeys()) {
        const QString name = QString::fromLatin1(key.name);
        // These two depend on the machine and on who asks.
        if (name != QStringLiteral("data-dir") && name != QStringLiteral("timezone"))
            QTest::newRow(key.name) << name;
    }
}

void TestConfigExample::holdsTheDefaults()
{
    QFETCH(QString, name);
    const ConfigOrProblems config = read(m_uncommented).resolve();
    const ConfigKey *key = configKey(name);
    QCOMPARE(key->get(std::get<Config>(config)), key->get(Config()));
}

QTEST_APPLESS_MAIN(TestConfigExample)
#include "tst_config_example.moc"
