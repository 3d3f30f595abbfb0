// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/startup/single_instance.h"

#include <QSignalSpy>
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
