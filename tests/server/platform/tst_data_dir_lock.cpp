// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/child_guard.h"
#include "server/platform/data_dir_lock.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using pressboard::server::platform::DataDirLock;
using pressboard::server::platform::guardChild;

class TestDataDirLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsOnce()
    {
        QTemporaryDir dir;
        DataDirLock first(dir.path());
        DataDirLock second(dir.path());
        QCOMPARE(first.tryLock(), DataDirLock::Outcome::Held);
        QCOMPARE(first.tryLock(), DataDirLock::Outcome::Held);
        QCOMPARE(second.tryLock(), DataDirLock::Outcome::InUse);
        QCOMPARE(second.holderPid(), QCoreApplication::applicationPid());
        QCOMPARE(second.descriptor(), -1);
        first.unlock();
        QCOMPARE(second.tryLock(), DataDirLock::Outcome::Held);
    }

    void isReleasedWithItsObject()
    {
        QTemporaryDir dir;
        {
            DataDirLock first(dir.path());
            QCOMPARE(first.tryLock(), DataDirLock::Outcome::Held);
        }
        DataDirLock second(dir.path());
        QCOMPARE(second.tryLock(), DataDirLock::Outcome::Held);
    }

    void isHeldByTheChildThatInheritsIt()
    {
        QTemporaryDir dir;
        DataDirLock lock(dir.path());
        QCOMPARE(lock.tryLock(), DataDirLock::Outcome::Held);
        QProcess child; // reads its input until it ends
        guardChild(child, lock.descriptor());
        child.start(QStringLiteral("cat"), QStringList{});
        QVERIFY(child.waitForStarted());
        lock.unlock();
        DataDirLock next(dir.path());
        QCOMPARE(next.tryLock(), DataDirLock::Outcome::InUse);
        child.closeWriteChannel();
        QVERIFY(child.waitForFinished());
        QCOMPARE(next.tryLock(), DataDirLock::Outcome::Held);
    }

    void isNotInheritedByOthers()
    {
        QTemporaryDir dir;
        DataDirLock lock(dir.path());
        QCOMPARE(lock.tryLock(), DataDirLock::Outcome::Held);
        QProcess child;
        child.start(QStringLiteral("cat"), QStringList{});
        QVERIFY(child.waitForStarted());
        lock.unlock();
        DataDirLock next(dir.path());
        QCOMPARE(next.tryLock(), DataDirLock::Outcome::Held);
        child.closeWriteChannel();
        QVERIFY(child.waitForFinished());
    }

    void saysWhyItCannotLock()
    {
        DataDirLock lock(QStringLiteral("/nonexistent/pressboard"));
        QCOMPARE(lock.tryLock(), DataDirLock::Outcome::Failed);
        QVERIFY(!lock.errorText().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDataDirLock)
#include "tst_data_dir_lock.moc"
