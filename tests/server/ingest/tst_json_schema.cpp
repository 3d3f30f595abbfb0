// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/json_schema.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace pressboard::server;

/// What is published of the tables is what the tables say. PRESSBOARD_WRITE=yes writes it anew.
class TestJsonSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatThePageSays();
};

void TestJsonSchema::isWhatThePageSays()
{
    const QByteArray made = QJsonDocument(eventsSchema()).toJson();
    QFile file(QStringLiteral(EVENTS_SCHEMA));
    if (qEnvironmentVariableIsSet("PRESSBOARD_WRITE")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(made), made.size());
        file.close();
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll() == made, "write it anew: PRESSBOARD_WRITE=yes");
}

QTEST_GUILESS_MAIN(TestJsonSchema)
#include "tst_json_schema.moc"
