// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings.h"
#include "client/settings/settings_transfer.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::client;

/// Settings go from one PC to another whole or not at all, and the access code only when asked.
class TestSettingsTransfer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QFile::remove(path());
        m_here = std::make_unique<Settings>(m_folder.filePath(u"here.ini"_qs));
        m_here->setServer(u"office"_qs);
        m_here->setProfile({u"烫金-1"_qs, {u"烫金"_qs, u"压痕"_qs}});
        m_here->setTheme(ThemeChoice::Dark);
        m_here->setWindowGeometry("wide");
        m_here->setWall(
            {u"HDMI-1"_qs, u"22:00-06:00,12:00-13:00"_qs, WallSetup::Customers::Full, false});
    }

    void bringsWhatIsNotThisPcsAlone()
    {
        QVERIFY(!SettingsTransfer::save(path(), m_here->travelling()));
        const auto cargo = SettingsTransfer::load(path());
        QVERIFY2(cargo.ok(), qPrintable(cargo.ok() ? QString() : cargo.error().message));
        QVERIFY(cargo->code.isEmpty());

        QFile::remove(m_folder.filePath(u"there.ini"_qs));
        Settings there(m_folder.filePath(u"there.ini"_qs));
        const QSignalSpy profile(&there, &Settings::profileChanged);
        const QSignalSpy wall(&there, &Settings::wallChanged);
        const QSignalSpy any(&there, &Settings::changed);
        there.adopt(cargo->values);
        QCOMPARE(there.server(), u"office"_qs);
        QCOMPARE(there.profile().name, StationProfile::defaultName());
        QCOMPARE(there.profile().steps, m_here->profile().steps);
        QCOMPARE(there.theme(), ThemeChoice::Dark);
        QCOMPARE(there.wall(), m_here->wall());
        QVERIFY(there.windowGeometry().isEmpty());
        QCOMPARE(profile.size(), 1);
        QCOMPARE(wall.size(), 1);
        QCOMPARE(any.size(), 1);
    }

    void takesTheCodeWhenAsked()
    {
        QVERIFY(!SettingsTransfer::save(path(), m_here->travelling(), u"abc=,\"\\;"_qs));
        QCOMPARE(SettingsTransfer::load(path())->code, u"abc=,\"\\;"_qs);
#ifndef Q_OS_WIN
        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(path()) & others, QFile::Permissions());
#endif
    }

    void canBeRolledOutAsItIs()
    {
        QVERIFY(!SettingsTransfer::save(path(), m_here->travelling()));
        QFile::setPermissions(path(), QFile::ReadOwner);
        const Settings there({m_folder.filePath(u"pc.ini"_qs), path()});
        QVERIFY(!there.problem());
        QCOMPARE(there.server(), u"office"_qs);
        QVERIFY(there.isRolledOut(key::theme));
        QVERIFY(!there.isRolledOut(key::stationName));
    }

    void takesNothingOfABadFile()
    {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("[connection]\nserver=office\n[notices]\nsound=loud\n");
        file.close();
        const auto cargo = SettingsTransfer::load(path());
        QVERIFY(!cargo.ok());
        QVERIFY(cargo.error().message.startsWith(u"Nothing was taken over."_qs));
        QVERIFY2(cargo.error().message.contains(u"Line 4"_qs), qPrintable(cargo.error().message));
    }

    void saysWhenThereIsNothing()
    {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly));
        file.close();
        QVERIFY(SettingsTransfer::load(path()).error().message.contains(u"no settings"_qs));
        QVERIFY(!SettingsTransfer::load(m_folder.filePath(u"none.ini"_qs)).ok());
    }

    void saysWhenItCannotSave()
    {
        const auto error = SettingsTransfer::save(u"/nowhere/at/all.ini"_qs, m_here->travelling());
        QVERIFY(error);
        QVERIFY2(error->message.contains(u"all.ini"_qs), qPrintable(error->message));
    }

private:
    QString path() const
    {
        return m_folder.filePath(u"export.ini"_qs);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_here;
};

QTEST_GUILESS_MAIN(TestSettingsTransfer)
#include "tst_settings_transfer.moc"
