// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/secrets/server_access.h"
#include "client/settings/settings.h"
#include "tests/support/manual_scheduler.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

/// A keychain that answers when the test says so.
class FakeKeychain final : public SecretStore
{
public:
    void read(const QString &name, Found found) override
    {
        ++asked;
        m_waiting.append([this, name, found] {
            if (error)
                found(*error);
            else
                found(kept.value(name));
        });
    }
    void write(const QString &name, const QString &secret, Written written) override
    {
        m_waiting.append([this, name, secret, written] {
            if (!error)
                kept.insert(name, secret);
            written(error);
        });
    }
    void remove(const QString &name) override { kept.remove(name); }

    void answer()
    {
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto &one : waiting)
            one();
    }

    QMap<QString, QString> kept;
    std::optional<Error> error;
    int asked = 0;

private:
    QList<std::function<void()>> m_waiting;
};

} // namespace

/// Who keeps the access code, and that it is never left in the settings.
class TestServerAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsACodeInTheKeychain();
    void keepsItInAFileWithoutOne();
    void keepsItInAFileWhenTheKeychainRefuses();
    void keepsItInAFileWhenTheKeychainStaysLocked();
    void anAnswerThatComesTooLateIsNobodys();
    void movesACodeOutOfTheSettings();
    void leavesItThereWhenNobodyTakesIt();
    void aRunForAPictureMovesNothing();
    void findsTheCodeAgain_data();
    void findsTheCodeAgain();
    void saysWhenTheKeychainStaysLocked();
    void goesOnAskingUntilItOpens();
    void knowsTheMarkBeforeTheCode();
    void takesBothAtOnce();
    void forgetsACode();
    void whatTheCommandLineSaysWins();
    void aRolledOutCodeIsUsedAndStays();
    void aCodeInAFileStaysThere();
    void aSignedCodeIsRenewedInItsConnection();
    void saysWhyTheFileGivesNoCode_data();
    void saysWhyTheFileGivesNoCode();

private:
    void start(bool hasKeychain = true, const ServerAccess::Given &given = {});
    QString ini() const { return m_folder->filePath(u"station.ini"_qs); }
    QByteArray text(const QString &path) const;
    void write(const QString &path, const QByteArray &text);
    void writeIni(const QByteArray &text) { write(ini(), text); }
    QString renewedFile() const { return m_folder->filePath(u"code"_qs); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::ManualClock> m_clock;
    std::unique_ptr<test::ManualScheduler> m_scheduler;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ServerAccess> m_access;
    FakeKeychain *m_keychain = nullptr;
};

void TestServerAccess::init()
{
    m_access.reset();
    m_settings.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<test::ManualClock>();
    m_scheduler = std::make_unique<test::ManualScheduler>(*m_clock);
}

void TestServerAccess::start(bool hasKeychain, const ServerAccess::Given &given)
{
    const auto kept =
        m_keychain != nullptr && m_access ? m_keychain->kept : QMap<QString, QString>();
    m_access.reset();
    m_settings = std::make_unique<Settings>(ini());
    auto keychain = hasKeychain ? std::make_unique<FakeKeychain>() : nullptr;
    m_keychain = keychain.get();
    if (m_keychain != nullptr)
        m_keychain->kept = kept;
    m_access =
        std::make_unique<ServerAccess>(*m_settings, std::move(keychain), *m_scheduler, given);
}

QByteArray TestServerAccess::text(const QString &path) const
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void TestServerAccess::write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(text);
}

void TestServerAccess::keepsACodeInTheKeychain()
{
    start();
    m_access->open();
    m_access->use(u"office"_qs, u" secret "_qs);
    QCOMPARE(m_access->code(), u"secret"_qs); // of use at once
    m_keychain->answer();
    QCOMPARE(m_access->keeper(), CodeKeeper::Keychain);
    QCOMPARE(m_keychain->kept.value(ini()), u"secret"_qs);
    QVERIFY(!QFile::exists(m_access->codeFile()));
    QVERIFY(!text(ini()).contains("secret"));
    QVERIFY(m_access->problem().isEmpty());
    QVERIFY(m_scheduler->isIdle());
}

void TestServerAccess::keepsItInAFileWithoutOne()
{
    start(false);
    m_access->open();
    m_access->use(u"office"_qs, u"secret"_qs);
    QCOMPARE(m_access->keeper(), CodeKeeper::File);
    QCOMPARE(text(m_access->codeFile()), QByteArray("secret"));
    QVERIFY(!text(ini()).contains("secret"));
    QVERIFY(m_access->problem().isEmpty());
}

void TestServerAccess::keepsItInAFileWhenTheKeychainRefuses()
{
    start();
    m_access->open();
    m_keychain->error = Error{u"no D-Bus"_qs};
    m_access->use(u"office"_qs, u"secret"_qs);
    m_keychain->answer();
    QCOMPARE(m_access->keeper(), CodeKeeper::File);
    QCOMPARE(text(m_access->codeFile()), QByteArray("secret"));
    QCOMPARE(m_access->problem(), QString()); // as designed
}

void TestServerAccess::keepsItInAFileWhenTheKeychainStaysLocked()
{
    start();
    m_access->open();
    m_access->use(u"office"_qs, u"secret"_qs);
    m_scheduler->advance(30s);
    QCOMPARE(m_access->keeper(), CodeKeeper::File);
    QCOMPARE(text(m_access->codeFile()), QByteArray("secret"));
    QCOMPARE(m_access->problem(), QString());
}

void TestServerAccess::anAnswerThatComesTooLateIsNobodys()
{
    start();
    m_access->open();
    m_access->use(u"office"_qs, u"secret"_qs);
    m_scheduler->advance(30s);
    m_keychain->answer();
    QCOMPARE(m_access->keeper(), CodeKeeper::File);
    QVERIFY(QFile::exists(m_access->codeFile()));
}

void TestServerAccess::movesACodeOutOfTheSettings()
{
    writeIni("[connection]\nserver=office\ntoken=secret\n");
    start();
    m_access->open();
    QVERIFY(m_access->isKnown());
    QCOMPARE(m_access->code(), u"secret"_qs);
    QVERIFY(text(ini()).contains("secret")); // not before it is kept elsewhere
    m_keychain->answer();
    QVERIFY(!text(ini()).contains("secret"));
    QVERIFY(text(ini()).contains("office"));
    QCOMPARE(m_keychain->kept.value(ini()), u"secret"_qs);
}

void TestServerAccess::leavesItThereWhenNobodyTakesIt()
{
    writeIni("[connection]\nserver=office\ntoken=secret\n");
    QVERIFY(QDir(m_folder->path()).mkpath(u"station.code/inside"_qs)); // in the file's way
    start(false);
    m_access->open();
    QCOMPARE(m_access->code(), u"secret"_qs);
    QVERIFY(text(ini()).contains("token=secret"));
    QVERIFY2(m_access->problem().contains(u"station.code"_qs), qPrintable(m_access->problem()));
}

void TestServerAccess::aRunForAPictureMovesNothing()
{
    writeIni("[connection]\nserver=office\ntoken=secret\n");
    start(true, {{}, {}, true});
    m_access->open();
    m_keychain->answer();
    QCOMPARE(m_access->code(), u"secret"_qs);
    QVERIFY(text(ini()).contains("token=secret"));
    QVERIFY(m_keychain->kept.isEmpty());
}

void TestServerAccess::findsTheCodeAgain_data()
{
    QTest::addColumn<bool>("hasKeychain");
    QTest::newRow("in the keychain") << true;
    QTest::newRow("in the file") << false;
}

void TestServerAccess::findsTheCodeAgain()
{
    QFETCH(bool, hasKeychain);
    start(hasKeychain);
    m_access->open();
    m_access->use(u"office"_qs, u"secret"_qs);
    if (hasKeychain)
        m_keychain->answer();
    start(hasKeychain);
    const QSignalSpy changed(m_access.get(), &ServerAccess::changed);
    m_access->open();
    if (hasKeychain) {
        QVERIFY(!m_access->isKnown());
        QCOMPARE(changed.size(), 0);
        m_keychain->answer();
    }
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_access->code(), u"secret"_qs);
    QCOMPARE(m_access->server(), u"office"_qs);
}

void TestServerAccess::saysWhenTheKeychainStaysLocked()
{
    start();
    m_settings->setCodeKeeper(CodeKeeper::Keychain, u"12ab"_qs);
    m_access->open();
    const QSignalSpy told(m_access.get(), &ServerAccess::keptElsewhere);
    m_scheduler->advance(60s);
    QCOMPARE(told.size(), 1);
    QVERIFY2(m_access->problem().contains(u"Unlock it"_qs), qPrintable(m_access->problem()));
    QVERIFY(!m_access->isKnown());
    // Whoever cannot open it may type the code again.
    m_access->use(u"office"_qs, u"secret"_qs);
    QVERIFY(m_access->isKnown());
}

void TestServerAccess::goesOnAskingUntilItOpens()
{
    start();
    m_settings->setCodeKeeper(CodeKeeper::Keychain, u"12ab"_qs);
    m_keychain->error = Error{u"locked"_qs};
    m_access->open();
    m_keychain->answer();
    QVERIFY2(m_access->problem().contains(u"locked"_qs), qPrintable(m_access->problem()));
    m_keychain->error.reset();
    m_keychain->kept.insert(ini(), u"secret"_qs);
    m_scheduler->advance(60s);
    QCOMPARE(m_keychain->asked, 2);
    m_keychain->answer();
    QCOMPARE(m_access->code(), u"secret"_qs);
    QVERIFY(m_access->problem().isEmpty());
    QVERIFY(m_scheduler->isIdle());
}

void TestServerAccess::knowsTheMarkBeforeTheCode()
{
    start();
    m_access->open();
    m_access->use(u"office"_qs, u"secret"_qs);
    m_keychain->answer();
    const QString mark = m_access->mark();
    QVERIFY(!mark.isEmpty());
    QVERIFY(!mark.contains(u"secret"_qs));
    start();
    QCOMPARE(m_access->mark(), mark); // the cache can be opened
    m_access->open();
    m_keychain->answer();
    QCOMPARE(m_access->mark(), mark);
}

void TestServerAccess::takesBothAtOnce()
{
    start();
    m_access->open();
    const QSignalSpy changed(m_access.get(), &ServerAccess::changed);
    m_access->use(u"office"_qs, u"secret"_qs);
    QCOMPARE(changed.size(), 1);
    m_access->use(u"office"_qs, u"secret"_qs);
    QCOMPARE(changed.size(), 1);
    m_settings->setServer(u"elsewhere"_qs); // by an import
    QCOMPARE(changed.size(), 2);
}

void TestServerAccess::forgetsACode()
{
    start();
    m_access->open();
    m_access->use(u"office"_qs, u"secret"_qs);
    m_keychain->answer();
    m_access->use(u"office"_qs, {});
    QCOMPARE(m_access->keeper(), CodeKeeper::Nobody);
    QVERIFY(m_keychain->kept.isEmpty());
    QVERIFY(m_access->mark().isEmpty());
}

void TestServerAccess::whatTheCommandLineSaysWins()
{
    writeIni("[connection]\nserver=office\ntoken=secret\n");
    start(true, {u"test:5173"_qs, u"other"_qs});
    m_access->open();
    QCOMPARE(m_access->server(), u"test:5173"_qs);
    QCOMPARE(m_access->code(), u"other"_qs);
    m_keychain->answer();
    QVERIFY(m_keychain->kept.isEmpty()); // for this run only
}

void TestServerAccess::aRolledOutCodeIsUsedAndStays()
{
    const QString shared = m_folder->filePath(u"all.ini"_qs);
    QFile file(shared);
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("[connection]\nserver=office\ntoken=secret\n");
    file.close();
    for (int day = 0; day < 2; ++day) {
        m_access.reset();
        m_settings = std::make_unique<Settings>(SettingsPlace{ini(), shared});
        m_access = std::make_unique<ServerAccess>(*m_settings, nullptr, *m_scheduler,
                                                  ServerAccess::Given());
        m_access->open();
        QCOMPARE(m_access->code(), u"secret"_qs);
        QCOMPARE(m_access->keeper(), CodeKeeper::File);
    }
    QVERIFY(text(shared).contains("token=secret"));
}

void TestServerAccess::aCodeInAFileStaysThere()
{
    writeIni("[connection]\ncode-file=code\n");
    write(renewedFile(), "first\n");
    start();
    QSignalSpy changed(m_access.get(), &ServerAccess::changed);
    m_access->open();
    QCOMPARE(m_access->code(), u"first"_qs);
    m_keychain->answer();
    QVERIFY(m_keychain->kept.isEmpty());
    QCOMPARE(text(renewedFile()), QByteArray("first\n"));
    m_scheduler->advance(CodeFile::interval);
    QCOMPARE(changed.size(), 1); // it is the same
    write(renewedFile(), "second");
    m_scheduler->advance(CodeFile::interval);
    QCOMPARE(m_access->code(), u"second"_qs);
    QCOMPARE(changed.size(), 2); // it may be somebody else's
}

void TestServerAccess::aSignedCodeIsRenewedInItsConnection()
{
    writeIni("[connection]\ncode-file=code\n");
    write(renewedFile(), "aa.bb.cc");
    start();
    QSignalSpy changed(m_access.get(), &ServerAccess::changed);
    QSignalSpy renewed(m_access.get(), &ServerAccess::renewed);
    m_access->open();
    write(renewedFile(), "aa.bb.dd");
    m_scheduler->advance(CodeFile::interval);
    QCOMPARE(m_access->code(), u"aa.bb.dd"_qs);
    QCOMPARE(renewed.size(), 1);
    QCOMPARE(changed.size(), 1);
}

void TestServerAccess::saysWhyTheFileGivesNoCode_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("not there") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n");
    QTest::newRow("more than a code") << QByteArray("code\nof whom");
}

/// And goes on when there is one.
void TestServerAccess::saysWhyTheFileGivesNoCode()
{
    QFETCH(const QByteArray, text);
    writeIni("[connection]\ncode-file=code\n");
    if (!text.isNull())
        write(renewedFile(), text);
    start();
    m_access->open();
    QVERIFY2(m_access->problem().contains(u"code"_qs), qPrintable(m_access->problem()));
    QVERIFY(!m_access->isKnown());
    write(renewedFile(), "code");
    m_scheduler->advance(CodeFile::interval);
    QCOMPARE(m_access->code(), u"code"_qs);
    QCOMPARE(m_access->problem(), QString());
}

QTEST_GUILESS_MAIN(TestServerAccess)
#include "tst_server_access.moc"
