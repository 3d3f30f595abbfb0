// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/startup/desktop_entry.h"
#include "client/startup/run_key.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

/// Each system's own manner, switched on and off in a folder of the test's.
class TestAutostart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aDesktopEntryComesAndGoes()
    {
        DesktopEntry entry(m_folder->filePath(u"config/autostart"_qs), m_command);
        QVERIFY(!entry.isOn());
        QVERIFY(!entry.set(false));
        QVERIFY(!entry.set(true));
        QVERIFY(entry.isOn());
        const QStringList lines = QString::fromUtf8(read(entry.path())).split(u'\n');
        QCOMPARE(lines.first(), u"[Desktop Entry]"_qs);
        QVERIFY(lines.contains(u"Type=Application"_qs));
        QVERIFY(lines.contains(u"Name[zh_CN]=印务看板"_qs));
        QVERIFY(lines.contains(
            u"Exec=\"/opt/press board/pressboard\" \"--settings\" \"/srv/hall.ini\""_qs));
        QVERIFY(!entry.set(false));
        QVERIFY(!entry.isOn());
        QVERIFY(!QFile::exists(entry.path()));
    }

    /// As the specification's own rules for the Exec key have it.
    void aDesktopEntryQuotesWhatHasAMeaning()
    {
        DesktopEntry entry(m_folder->path(), {u"/a\\\"b`$c%"_qs});
        QVERIFY(!entry.set(true));
        const QString text = QString::fromUtf8(read(entry.path()));
        const QString quoted = u"Exec=\"/a\\\\\\\\\\\\\"b\\\\`\\\\$c%%\""_qs;
        QVERIFY2(text.contains(quoted), qPrintable(text));
    }

    void aDesktopMaySwitchItOff_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("any") << QByteArray("Hidden=true\n");
        QTest::newRow("GNOME") << QByteArray("X-GNOME-Autostart-enabled=false\n");
    }

    void aDesktopMaySwitchItOff()
    {
        QFETCH(QByteArray, line);
        DesktopEntry entry(m_folder->path(), m_command);
        QFile file(entry.path());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("[Desktop Entry]\nType=Application\n" + line);
        file.close();
        QVERIFY(!entry.isOn());
        QVERIFY(!entry.set(true));
        QVERIFY(entry.isOn());
    }

    void saysWhenItCannotBeWritten()
    {
        QFile file(m_folder->filePath(u"autostart"_qs)); // where the folder should be
        QVERIFY(file.open(QFile::WriteOnly));
        DesktopEntry entry(file.fileName(), m_command);
        const std::optional<Error> error = entry.set(true);
        QVERIFY(error);
        QVERIFY2(error->message.contains(u"pressboard.desktop"_qs), qPrintable(error->message));
        QVERIFY(!entry.isOn());
    }

    void aRunKeyComesAndGoes()
    {
        // A file stands for the registry.
        const RunKey::Place place{m_folder->filePath(u"run.ini"_qs), QSettings::IniFormat};
        RunKey key(place, m_command);
        QVERIFY(!key.isOn());
        QVERIFY(!key.set(true));
        QVERIFY(RunKey(place, m_command).isOn());
        const QString line = QSettings(place.path, place.format).value(u"Pressboard"_qs).toString();
        QCOMPARE(line,
                 QDir::toNativeSeparators(
                     u"\"/opt/press board/pressboard\" \"--settings\" \"/srv/hall.ini\""_qs));
        QVERIFY(!key.set(false));
        QVERIFY(!RunKey(place, m_command).isOn());
    }

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    const QStringList m_command{u"/opt/press board/pressboard"_qs, u"--settings"_qs,
                                u"/srv/hall.ini"_qs};
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
