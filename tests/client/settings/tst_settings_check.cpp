// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings_check.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::client;

/// What is wrong with a file somebody wrote by hand is said with its line and what to do.
class TestSettingsCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsNothingInAGoodFile()
    {
        QCOMPARE(SettingsCheck::problemsOf("\xef\xbb\xbf; for the hall\r\n[connection]\r\n"
                                           "server=192.168.1.10\r\n\r\n# steps\n[station]\n"
                                           "steps=覆膜, 烫金\nmy-steps-only=true\n[appearance]\n"
                                           "theme=Dark\nlanguage=zh_CN\ntext-scale=150\n"
                                           "[wall]\noff-hours=\"12:00-13:00,22:00-06:00\"\n"
                                           "customers=hidden\npixel-shift=0\n"),
                 QStringList());
    }

    void saysWhereAndWhat_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("names");
        QTest::newRow("a slip") << QByteArray("[connection]\nsevrer=x\n") << u"Line 2"_qs
                                << u"“connection/server” may be meant"_qs;
        QTest::newRow("a section") << QByteArray("\n[conection]\nserver=x\n") << u"Line 3"_qs
                                   << u"“connection/server” may be meant"_qs;
        QTest::newRow("unheard of")
            << QByteArray("[printer]\nink=red\n") << u"Line 2"_qs << u"no setting “printer/ink”"_qs;
        QTest::newRow("no section")
            << QByteArray("server=x\n") << u"Line 1"_qs << u"no setting “server”"_qs;
        QTest::newRow("no sense") << QByteArray("[wall]\n\n<xml>\n") << u"Line 3"_qs
                                  << u"neither a [section] nor"_qs;
        QTest::newRow("a word") << QByteArray("[appearance]\ntheme=purple\n") << u"Line 2"_qs
                                << u"auto, light, dark"_qs;
        QTest::newRow("a number") << QByteArray("[appearance]\ntext-scale=9000\n") << u"Line 2"_qs
                                  << u"from 80 to 250"_qs;
        QTest::newRow("a switch") << QByteArray("[notices]\nsound=loud\n") << u"Line 2"_qs
                                  << u"true or false"_qs;
        QTest::newRow("hours") << QByteArray("[wall]\noff-hours=at night\n") << u"Line 2"_qs
                               << u"like 22:00-06:00"_qs;
        QTest::newRow("hours that are none") << QByteArray("[wall]\noff-hours=25:00-06:00\n")
                                             << u"Line 2"_qs << u"like 22:00-06:00"_qs;
        QTest::newRow("GBK") << QByteArray("[station]\nsteps=\xb8\xb2\xc4\xa4\n") << u"Line 2"_qs
                             << u"Save the file as UTF-8"_qs;
    }

    void saysWhereAndWhat()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, line);
        QFETCH(QString, names);
        const QStringList problems = SettingsCheck::problemsOf(text);
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.first().startsWith(line + u':'), qPrintable(problems.first()));
        QVERIFY2(problems.first().contains(names), qPrintable(problems.first()));
    }

    void doesNotGoOnForEver()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"photo.ini"_qs));
        QVERIFY(file.open(QFile::WriteOnly));
        for (int i = 0; i < 100; ++i)
            file.write("nonsense\n");
        file.close();
        const QStringList lines = SettingsCheck::problemOf(file.fileName()).split(u'\n');
        QCOMPARE(lines.size(), 7);
        QVERIFY(lines.first().endsWith(u"photo.ini"_qs));
        QVERIFY(lines.last().contains(u"95"_qs));
    }

    void saysWhenAFileIsNotToBeHad()
    {
        const QString problem = SettingsCheck::problemOf(u"/nowhere/station.ini"_qs);
        QVERIFY2(problem.contains(u"could not be read"_qs), qPrintable(problem));
    }
};

QTEST_APPLESS_MAIN(TestSettingsCheck)
#include "tst_settings_check.moc"
