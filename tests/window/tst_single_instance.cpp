// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/startup/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <future>

using namespace pressboard::client;
using namespace std::chrono_literals;
using Claim = SingleInstance::Claim;

namespace {

const QString screen = QStringLiteral(":0");

/// A second start, as a process of its own makes it: it waits, while the first one goes on.
Claim claimBeside(const QString &key, const QStringList &arguments, const QString &where,
                  QString *sentence = nullptr)
{
    auto answer = std::async(std::launch::async, [&] {
        SingleInstance second(key);
        const Claim claim = second.claim(arguments, where);
        if (sentence != nullptr)
            *sentence = second.problem(claim);
        return claim;
    });
    (void)QTest::qWaitFor([&answer] { return answer.wait_for(0s) == std::future_status::ready; },
                          20'000);
    return answer.get();
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSecondHandsOverWhatItWasAskedFor()
    {
        const QString key = QUuid::createUuid().toString();
        SingleInstance first(key);
        QSignalSpy started(&first, &SingleInstance::startedAgain);
        QCOMPARE(first.claim({}, screen), Claim::First);
        const QStringList arguments{QStringLiteral("pressboard"), QStringLiteral("--find"),
                                    QStringLiteral("新知 书局\n")};
        QCOMPARE(claimBeside(key, arguments, screen), Claim::HandedOver);
        QCOMPARE(started.size(), 1);
        QCOMPARE(started.first().first().toStringList(), arguments);
        QCOMPARE(first.problem(Claim::HandedOver), QString());
    }

    /// Somebody logged in over the network: nothing comes up where he sits.
    void oneOnAnotherScreenIsSaid()
    {
        const QString key = QUuid::createUuid().toString();
        SingleInstance first(key);
        QSignalSpy started(&first, &SingleInstance::startedAgain);
        QCOMPARE(first.claim({}, screen), Claim::First);
        QString sentence;
        QCOMPARE(claimBeside(key, {}, QStringLiteral(":10"), &sentence), Claim::OnOtherScreen);
        QVERIFY2(sentence.contains(screen), qPrintable(sentence));
        QCOMPARE(started.size(), 0);
    }

    void oneThatHangsIsSaid()
    {
        const QString key = QUuid::createUuid().toString();
        SingleInstance first(key);
        QCOMPARE(first.claim({}, screen), Claim::First);
        SingleInstance second(key);
        QCOMPARE(second.claim({}, screen), Claim::Hangs); // nobody's loop runs meanwhile
        QVERIFY(!second.problem(Claim::Hangs).isEmpty());
    }

    void otherSettingsStandBeside()
    {
        SingleInstance one(QUuid::createUuid().toString());
        SingleInstance other(QUuid::createUuid().toString());
        QCOMPARE(one.claim({}, screen), Claim::First);
        QCOMPARE(other.claim({}, screen), Claim::First);
    }

    /// Somebody else on this machine who knows the name, where anybody may put a socket.
    void nobodyElseTakesThePlace()
    {
        const QString key = QUuid::createUuid().toString();
        const QByteArray whole = (QDir::homePath() + u'\n' + key).toUtf8();
        const QByteArray hash = QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex();
        const QString name = QStringLiteral("pressboard-") + QString::fromLatin1(hash.left(16));
        QLocalServer stranger;
        QVERIFY(stranger.listen(name));
        SingleInstance ours(key);
        QCOMPARE(ours.claim({}, screen), Claim::First);
        QCOMPARE(claimBeside(key, {}, screen), Claim::HandedOver);
    }

    void standsInThePersonsOwnFolder()
    {
        const QTemporaryDir folder;
        QFile::setPermissions(folder.path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path()));
        SingleInstance first(QStringLiteral("key"));
        const bool isClaimed = first.claim({}, screen) == Claim::First;
        qputenv("XDG_RUNTIME_DIR", before);
        QVERIFY(isClaimed);
        const QDir::Filters sockets = QDir::System | QDir::NoDotAndDotDot;
        QCOMPARE(QDir(folder.path()).entryList(sockets).size(), 1);
    }

    void theNextTakesThePlace()
    {
        const QString key = QUuid::createUuid().toString();
        {
            SingleInstance first(key);
            QCOMPARE(first.claim({}, screen), Claim::First);
        }
        SingleInstance next(key);
        QCOMPARE(next.claim({}, screen), Claim::First);
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
