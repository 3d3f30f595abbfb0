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

using namespace pressboard::client;

class TestSingleInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSecondRaisesTheFirst()
    {
        const QString key = QUuid::createUuid().toString();
        SingleInstance first(key);
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QVERIFY(first.claim());
        SingleInstance second(key);
        QVERIFY(!second.claim());
        QTRY_COMPARE(raised.count(), 1);
    }

    void otherSettingsStandBeside()
    {
        SingleInstance one(QUuid::createUuid().toString());
        SingleInstance other(QUuid::createUuid().toString());
        QVERIFY(one.claim());
        QVERIFY(other.claim());
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
        QVERIFY(ours.claim());
        SingleInstance second(key);
        QVERIFY(!second.claim());
    }

    void standsInThePersonsOwnFolder()
    {
        const QTemporaryDir folder;
        QFile::setPermissions(folder.path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder.path()));
        SingleInstance first(QStringLiteral("key"));
        const bool isClaimed = first.claim();
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
            QVERIFY(first.claim());
        }
        SingleInstance next(key);
        QVERIFY(next.claim());
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
