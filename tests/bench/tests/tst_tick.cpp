// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/publish/tick.h"

#include <QJsonDocument>
#include <QTest>

using namespace pressboard::bench;

class TestTick : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrites();
    void readsNothingElse();
    void looksLikeTheServersMessage();
};

void TestTick::readsWhatItWrites()
{
    TickReader reader;
    for (const std::uint64_t sequence : {1UL, 9UL, 10UL, 1'000'000UL}) {
        std::string message;
        Tick{sequence, 123'456'789}.appendMessage(message);
        const auto tick = reader.read(message);
        QVERIFY(tick);
        QCOMPARE(tick->sequence, sequence);
        QCOMPARE(tick->ns, std::int64_t(123'456'789));
    }
}

void TestTick::readsNothingElse()
{
    TickReader reader;
    std::string message;
    Tick{7, 1}.appendMessage(message);
    QVERIFY(reader.read(message));
    QVERIFY(!reader.read(R"({"message":"pong","type":"pong"})"));
    QVERIFY(!reader.read({}));
    QVERIFY(reader.read(message));
}

/// The server parses what it reads and sends it with sorted keys: those fed to the others must cost
/// as many bytes.
void TestTick::looksLikeTheServersMessage()
{
    std::string message;
    Tick{42, 99}.appendMessage(message);
    const auto bytes = QByteArray::fromStdString(message);
    QCOMPARE(QJsonDocument::fromJson(bytes).toJson(QJsonDocument::Compact), bytes);
}

QTEST_APPLESS_MAIN(TestTick)
#include "tst_tick.moc"
