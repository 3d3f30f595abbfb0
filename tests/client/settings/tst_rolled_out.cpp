// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/last_settings_file.h"
#include "client/settings/settings.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::client;

/// One file for twenty PCs: what it says wins, the rest is each PC's own.
class TestRolledOut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QFile::remove(own());
        QFile::setPermissions(shared(), QFile::ReadOwner | QFile::WriteOwner);
        QFile::remove(shared());
    }

    void aFileThatMayBeWrittenIsTheStationsOwn()
    {
        write("[connection]\nserver=office\n", true);
        const SettingsPlace place = SettingsPlace::of(shared());
        QCOMPARE(place.own, shared());
        QVERIFY(place.rolledOut.isEmpty());
        QCOMPARE(SettingsPlace::of(m_folder.filePath(u"new.ini"_qs)).own,
                 m_folder.filePath(u"new.ini"_qs));
    }

    void oneThatMayOnlyBeReadIsRolledOut()
    {
        write("[connection]\nserver=office\n", false);
        const SettingsPlace place = SettingsPlace::of(shared());
        QCOMPARE(place.own, SettingsPlace::usualPath());
        QCOMPARE(place.rolledOut, shared());
    }

    void aDriveThatIsAwayIsSaid()
    {
        const SettingsPlace place = SettingsPlace::of(u"/nowhere/at/all.ini"_qs);
        QCOMPARE(place.own, SettingsPlace::usualPath());
        QVERIFY2(place.problem.contains(u"all.ini"_qs), qPrintable(place.problem));
        const Settings settings({own(), {}, place.problem});
        QCOMPARE(settings.problem()->message, place.problem);
    }

    void aFileThatIsNotThereIsSaid()
    {
        const SettingsPlace place = SettingsPlace::of(m_folder.filePath(u"new.ini"_qs));
        QVERIFY2(place.problem.contains(u"new.ini"_qs), qPrintable(place.problem));
        write("[connection]\nserver=office\n", true);
        QCOMPARE(SettingsPlace::of(shared()).problem, QString());
    }

    /// Its own file, too, if somebody named it: who wrote it wants to know.
    void eachMistakeInAGivenFileIsSaid()
    {
        write("[appearance]\ntheme=purple\ntext-scale=7\n", true);
        const Settings settings(SettingsPlace::of(shared()));
        QVERIFY(settings.problem());
        for (const QString &line : {u"Line 2"_qs, u"Line 3"_qs})
            QVERIFY2(settings.problem()->message.contains(line),
                     qPrintable(settings.problem()->message));
    }

    void theFileGivenLastIsKnown()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        QCOMPARE(LastSettingsFile::read(), QString());
        write("[connection]\nserver=office\n", true);
        LastSettingsFile::note(shared());
        QCOMPARE(LastSettingsFile::read(), shared());
        QFile::remove(shared());
        QCOMPARE(LastSettingsFile::read(), QString());
        LastSettingsFile::note(u"/nowhere/at/all.ini"_qs); // a share that is away today
        QCOMPARE(LastSettingsFile::read(), u"/nowhere/at/all.ini"_qs);
        LastSettingsFile::note(SettingsPlace::usualPath()); // back to the usual one
        QCOMPARE(LastSettingsFile::read(), QString());
    }

    void whatItSaysWins()
    {
        write("[connection]\nserver=office\n[appearance]\ntext-scale=150\n", false);
        Settings settings({own(), shared()});
        const QSignalSpy server(&settings, &Settings::serverChanged);
        QCOMPARE(settings.server(), u"office"_qs);
        settings.setServer(u"elsewhere"_qs);
        QCOMPARE(settings.server(), u"office"_qs);
        QCOMPARE(server.size(), 0);
        QVERIFY(settings.isRolledOut(key::server));
        QVERIFY(settings.isRolledOut(key::textScale));
    }

    void theRestIsTheStationsOwn()
    {
        write("[connection]\nserver=office\n", false);
        {
            Settings settings({own(), shared()});
            QVERIFY(!settings.isRolledOut(key::theme));
            settings.setTheme(ThemeChoice::Dark);
        }
        QCOMPARE(Settings(SettingsPlace{own(), shared()}).theme(), ThemeChoice::Dark);
        QFile file(shared());
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("[connection]\nserver=office\n"));
    }

    void itHoldsOnADayItCannotBeRead()
    {
        write("[connection]\nserver=office\ntoken=secret\n", false);
        {
            const Settings settings({own(), shared()});
            QCOMPARE(settings.tokenInFile(), u"secret"_qs);
        }
        const Settings alone(own());
        QCOMPARE(alone.server(), u"office"_qs);
        QCOMPARE(alone.tokenInFile(), QString()); // kept where codes are kept, not here
    }

    void aBadLineIsSaidAndTheRestHolds()
    {
        write("[connection]\nserver=office\n[appearance]\ntheme=purple\n", false);
        const Settings settings({own(), shared()});
        QVERIFY(settings.problem());
        QVERIFY2(settings.problem()->message.contains(u"Line 4"_qs),
                 qPrintable(settings.problem()->message));
        QCOMPARE(settings.server(), u"office"_qs);
    }

private:
    QString own() const { return m_folder.filePath(u"own.ini"_qs); }
    QString shared() const { return m_folder.filePath(u"all.ini"_qs); }

    void write(const QByteArray &text, bool writable)
    {
        QFile file(shared());
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(text);
        file.close();
        file.setPermissions(writable ? QFile::ReadOwner | QFile::WriteOwner : QFile::ReadOwner);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestRolledOut)
#include "tst_rolled_out.moc"
