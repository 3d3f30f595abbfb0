// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/settings.h"
#include "client/settings/settings_check.h"
#include "tests/support/small_disk.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithDefaults();
    void keepsWhatWasSet();
    void hasAnIdOfItsOwn();
    void saysOnlyWhatReallyChanged();
    void readsAFileWrittenByHand();
    void takesNonsenseAsNotSet();
    void isReadableByItsOwnerOnly();
    void keepsABrokenFileAside();
    void saysThatItCannotWrite();
    void aFullDiskTakesNothingAway();

private:
    QString path() const { return m_folder.filePath(QStringLiteral("deep/station.ini")); }
    void write(const QByteArray &text);

    QTemporaryDir m_folder;

public Q_SLOTS:
    void init() { QFile::remove(path()); }
};

void TestSettings::write(const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path()).path());
    QFile file(path());
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(text);
}

void TestSettings::startsWithDefaults()
{
    const Settings settings(path());
    QVERIFY(!settings.problem());
    QCOMPARE(settings.server(), QString());
    QCOMPARE(settings.profile().name, StationProfile::defaultName());
    QVERIFY(!settings.profile().isOnFloor());
    QVERIFY(settings.isSoundOn());
    QCOMPARE(settings.soundVolume(), 70);
    for (const SoundLevel level : soundLevels)
        QVERIFY(settings.sounds(level));
    QCOMPARE(settings.toastPlace(), ToastPlace());
    QVERIFY(!settings.mutedUntil());
    QCOMPARE(settings.quiet(), QuietSetup());
    QVERIFY(!settings.toastsStepMoves());
    QVERIFY(!settings.toastsUnknownTypes());
    QCOMPARE(settings.theme(), ThemeChoice::Auto);
    QCOMPARE(settings.language(), QString());
    QCOMPARE(settings.textScale(), 100);
    QCOMPARE(settings.wall(), WallSetup());
    QVERIFY(settings.noticesReadUntil().isNull());
    QVERIFY(!settings.greetedDay().isValid());
}

void TestSettings::keepsWhatWasSet()
{
    const Moment until{1'795'423'846'000ms};
    const StationProfile profile{QStringLiteral("覆膜机, 2号"),
                                 {QStringLiteral("覆膜"), QStringLiteral("配本(塑封)")}};
    const WallSetup wall{QStringLiteral("HDMI-1"), QStringLiteral("12:00-13:00,22:00-06:00"),
                         WallSetup::Customers::Hidden, false};
    const ToastPlace place{QStringLiteral("HDMI-2"), ToastPlace::Corner::BottomLeft};
    const QuietSetup quiet{*WeekHours::parse(QStringLiteral("1-5 20:00-06:00, 67 00:00-24:00")),
                           {SoundLevel::YourTurn, SoundLevel::Attention},
                           {SoundLevel::YourTurn}};
    {
        Settings settings(path());
        settings.setWall(wall);
        settings.setServer(QStringLiteral(" 192.168.1.10 "));
        settings.setCodeKeeper(CodeKeeper::Keychain, QStringLiteral("12ab"));
        settings.setOpensOnWall(true);
        settings.setBoardViews(QStringLiteral("{\"a\":[1,2]}"));
        settings.setOrderView(QStringLiteral("status=1,sort=due"));
        settings.setCloseKeepsRunning(false);
        settings.setToldOfClosing();
        settings.setProfile(profile);
        settings.setShowsMyStepsOnly(true);
        settings.setMutedUntil(until);
        settings.setQuiet(quiet);
        settings.setQuietEndedUntil(until);
        settings.setSoundOn(false);
        settings.setSoundVolume(35);
        settings.setSounds(SoundLevel::YourTurn, false);
        settings.setToastPlace(place);
        settings.setToastsStepMoves(true);
        settings.setToastsUnknownTypes(true);
        settings.setNoticesReadUntil({7, 3});
        settings.setGreetedDay(QDate(2026, 11, 23));
        settings.setTheme(ThemeChoice::Dark);
        settings.setLanguage(QStringLiteral("zh_CN"));
        settings.setTextScale(125);
        settings.setWindowGeometry(QByteArray("\0\1\xff", 3));
    }
    const Settings again(path());
    QCOMPARE(again.server(), QStringLiteral("192.168.1.10"));
    QCOMPARE(again.codeKeeper(), CodeKeeper::Keychain);
    QCOMPARE(again.codeMark(), QStringLiteral("12ab"));
    QVERIFY(again.opensOnWall());
    QCOMPARE(again.boardViews(), QStringLiteral("{\"a\":[1,2]}"));
    QCOMPARE(again.orderView(), QStringLiteral("status=1,sort=due"));
    QVERIFY(!again.closeKeepsRunning());
    QVERIFY(again.wasToldOfClosing());
    // What the program writes is what the check of files knows.
    QCOMPARE(SettingsCheck::problemOf(path()), QString());
    QCOMPARE(again.profile(), profile);
    QVERIFY(again.showsMyStepsOnly());
    QCOMPARE(again.mutedUntil(), OptionalMoment(until));
    QCOMPARE(again.quiet(), quiet);
    QCOMPARE(again.quietEndedUntil(), OptionalMoment(until));
    QVERIFY(!again.isSoundOn());
    QCOMPARE(again.soundVolume(), 35);
    QVERIFY(!again.sounds(SoundLevel::YourTurn));
    QVERIFY(again.sounds(SoundLevel::Alarm));
    QCOMPARE(again.toastPlace(), place);
    QVERIFY(again.toastsStepMoves());
    QVERIFY(again.toastsUnknownTypes());
    QCOMPARE(again.noticesReadUntil(), (StreamId{7, 3}));
    QCOMPARE(again.greetedDay(), QDate(2026, 11, 23));
    QCOMPARE(again.theme(), ThemeChoice::Dark);
    QCOMPARE(again.language(), QStringLiteral("zh_CN"));
    QCOMPARE(again.textScale(), 125);
    QCOMPARE(again.wall(), wall);
    QCOMPARE(again.windowGeometry(), QByteArray("\0\1\xff", 3));
}

/// It stays over restarts, and goes with no export: two stations with one name are two.
void TestSettings::hasAnIdOfItsOwn()
{
    QString id;
    {
        Settings settings(path());
        id = settings.stationId();
        QVERIFY(!id.isEmpty());
        QCOMPARE(settings.stationId(), id);
        QVERIFY(!settings.travelling().contains(QString(key::stationId)));
    }
    Settings again(path());
    QCOMPARE(again.stationId(), id);
    again.renewStationId();
    QVERIFY(again.stationId() != id);
    QVERIFY(!again.stationId().isEmpty());
}

void TestSettings::saysOnlyWhatReallyChanged()
{
    Settings settings(path());
    const QSignalSpy connection(&settings, &Settings::serverChanged);
    const QSignalSpy profile(&settings, &Settings::profileChanged);
    const QSignalSpy sound(&settings, &Settings::soundChanged);
    for (int i = 0; i < 2; ++i) {
        settings.setServer(QStringLiteral("shop"));
        settings.setProfile({QStringLiteral("办公室"), {}});
        settings.setSoundOn(false);
    }
    QCOMPARE(connection.size(), 1);
    QCOMPARE(profile.size(), 1);
    QCOMPARE(sound.size(), 1);

    Settings reopened(path());
    const QSignalSpy soundAgain(&reopened, &Settings::soundChanged);
    reopened.setSoundOn(false);
    QCOMPARE(soundAgain.size(), 0);
}

void TestSettings::readsAFileWrittenByHand()
{
    write("[connection]\nserver=ws://shop:5173/\ntoken=secret\n"
          "[station]\nname=烫金 1号\nsteps=烫金, 压痕,,烫金\n"
          "[appearance]\ntheme=Light\nlanguage=zh\ntext-scale=110\n");
    const Settings settings(path());
    QVERIFY(!settings.problem());
    QCOMPARE(settings.server(), QStringLiteral("ws://shop:5173/"));
    QCOMPARE(settings.tokenInFile(), QStringLiteral("secret"));
    QCOMPARE(settings.profile().name, QStringLiteral("烫金 1号"));
    QCOMPARE(settings.profile().steps,
             (QStringList{QStringLiteral("烫金"), QStringLiteral("压痕")}));
    QVERIFY(settings.profile().worksOn(QStringLiteral("压痕")));
    QCOMPARE(settings.theme(), ThemeChoice::Light);
    QCOMPARE(settings.language(), QStringLiteral("zh_CN"));
    QCOMPARE(settings.textScale(), 110);
}

void TestSettings::takesNonsenseAsNotSet()
{
    write("[appearance]\ntheme=purple\nlanguage=klingon\ntext-scale=9000\n"
          "[notices]\nread-until=yesterday\nmuted-until=soon\nsound-volume=loud\n"
          "toast-corner=middle\n");
    const Settings settings(path());
    QCOMPARE(settings.theme(), ThemeChoice::Auto);
    QCOMPARE(settings.language(), QString());
    QCOMPARE(settings.textScale(), mostTextScale);
    QVERIFY(settings.noticesReadUntil().isNull());
    QVERIFY(!settings.mutedUntil());
    QCOMPARE(settings.soundVolume(), 70);
    QCOMPARE(settings.toastPlace().corner, ToastPlace::Corner::BottomRight);
}

void TestSettings::isReadableByItsOwnerOnly()
{
#ifdef Q_OS_WIN
    QSKIP("Windows keeps the rights of the user's folder");
#endif
    write("[connection]\nserver=shop\n");
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    Settings settings(path());
    settings.setServer(QStringLiteral("shop"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(path()) & others, QFile::Permissions());
}

void TestSettings::keepsABrokenFileAside()
{
    const QByteArray broken("[connection\nserver ws\n\x01\x02 no equals sign here\n");
    write(broken);
    Settings settings(path());
    QVERIFY(settings.problem());
    QVERIFY2(settings.problem()->message.contains(QLatin1StringView("station.ini.broken")),
             qPrintable(settings.problem()->message));
    QFile kept(path() + QStringLiteral(".broken"));
    QVERIFY(kept.open(QFile::ReadOnly));
    QCOMPARE(kept.readAll(), broken);

    settings.setServer(QStringLiteral("shop"));
    QCOMPARE(Settings(path()).server(), QStringLiteral("shop"));
}

void TestSettings::saysThatItCannotWrite()
{
    // A folder where the file should be: nobody, not even root, can write there.
    const QString folder = m_folder.filePath(QStringLiteral("folder.ini"));
    QVERIFY(QDir().mkpath(folder));
    Settings settings(folder);
    const QSignalSpy problem(&settings, &Settings::problemArose);
    settings.setSoundOn(false);
    QCOMPARE(problem.size(), 1);
    QVERIFY(problem.constFirst().constFirst().toString().contains(QLatin1StringView("folder.ini")));
    QVERIFY(!settings.isSoundOn());
}

void TestSettings::aFullDiskTakesNothingAway()
{
    const test::SmallDisk disk("size=256k");
    if (!disk.isMounted())
        QSKIP("only root may make a disk that is soon full");
    const QString file = disk.path(QStringLiteral("station.ini"));
    Settings(file).setServer(QStringLiteral("shop"));
    disk.fill();
    {
        Settings settings(file);
        const QSignalSpy problem(&settings, &Settings::problemArose);
        settings.setProfile({QStringLiteral("模切机"), {QStringLiteral("模切")}});
        settings.setGreetedDay(QDate(2026, 11, 23));
        QCOMPARE(problem.size(), 1);
        QVERIFY(problem.constFirst().constFirst().toString().contains(u"the disk is full"));
        QCOMPARE(settings.profile().name, QStringLiteral("模切机")); // while it runs
        QCOMPARE(settings.greetedDay(), QDate(2026, 11, 23));
    }
    QCOMPARE(Settings(file).server(), QStringLiteral("shop"));

    Settings settings(file);
    settings.setProfile({QStringLiteral("模切机"), {QStringLiteral("模切")}});
    disk.makeRoom();
    settings.setSoundOn(false); // with it goes what waited
    const Settings again(file);
    QCOMPARE(again.profile().name, QStringLiteral("模切机"));
    QCOMPARE(again.server(), QStringLiteral("shop"));
    QVERIFY(!again.isSoundOn());
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
