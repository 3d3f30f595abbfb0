// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/json_builder.h"
#include "server/ingest/channels/message_pack.h"
#include "tests/server/ingest/channels/recorded.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
namespace recorded = pressboard::test::recorded;

/// Bytes from outside → JSON within bounds, or a reason; never anything else.
class TestMessagePack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatPythonWrites();
    void readsEachForm_data();
    void readsEachForm();
    void refuses_data();
    void refuses();
    void refusesEveryTruncation();
    void refusesDepthBombs_data();
    void refusesDepthBombs();
    void takesTheDepthThatIsAllowed();
    void refusesTooManyFields();
    void survivesRandomBytes();
    void survivesRandomChanges();
};

static constexpr int depth = 17;

static QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

/// {"a": value}
static QByteArray around(const QByteArray &value)
{
    return hex("81a161") + value;
}

static QByteArray text(qsizetype size)
{
    const auto byte = [size](int shift) { return char((quint32(size) >> shift) & 0xFF); };
    return QByteArray(1, char(0xdb)) + byte(24) + byte(16) + byte(8) + byte(0)
        + QByteArray(size, 'x');
}

void TestMessagePack::readsWhatPythonWrites()
{
    const auto read = fromMessagePack(recorded::listItem(), depth);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    const QJsonObject expected{{QStringLiteral("type"), QStringLiteral("notify.event")},
                               {QStringLiteral("id"), 7},
                               {QStringLiteral("text"), QStringLiteral("héllo")},
                               {QStringLiteral("ok"), true},
                               {QStringLiteral("none"), QJsonValue::Null},
                               {QStringLiteral("f"), 1.5},
                               {QStringLiteral("big"), qint64(1) << 40},
                               {QStringLiteral("neg"), -3},
                               {QStringLiteral("blob"), QStringLiteral("AP8=")},
                               {QStringLiteral("list"), QJsonArray{1, QStringLiteral("a")}},
                               {QStringLiteral("__asgi_channel__"),
                                QJsonArray{QStringLiteral("specific.fxJwCqyZ!SWUDmaQhpQqf"),
                                           QStringLiteral("specific.fxJwCqyZ!UqjsAQyBOcoq")}}};
    QCOMPARE(*read, expected);
}

void TestMessagePack::readsEachForm_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QJsonValue>("expected");
    const QJsonArray three{1, 2, 3};
    const QJsonObject one{{QStringLiteral("k"), 1}};
    QTest::newRow("false") << hex("c2") << QJsonValue(false);
    QTest::newRow("fixint") << hex("7f") << QJsonValue(127);
    QTest::newRow("negative fixint") << hex("e0") << QJsonValue(-32);
    QTest::newRow("uint8") << hex("ccff") << QJsonValue(255);
    QTest::newRow("uint16") << hex("cdffff") << QJsonValue(65535);
    QTest::newRow("uint32") << hex("ceffffffff") << QJsonValue(qint64(4294967295));
    QTest::newRow("uint64, 63 bits")
        << hex("cf7fffffffffffffff") << QJsonValue(std::numeric_limits<qint64>::max());
    QTest::newRow("uint64, 64 bits")
        << hex("cfffffffffffffffff") << QJsonValue(18446744073709551615.0);
    QTest::newRow("int8") << hex("d080") << QJsonValue(-128);
    QTest::newRow("int16") << hex("d18000") << QJsonValue(-32768);
    QTest::newRow("int32") << hex("d280000000") << QJsonValue(qint64(-2147483648));
    QTest::newRow("int64") << hex("d38000000000000000")
                           << QJsonValue(std::numeric_limits<qint64>::min());
    QTest::newRow("float32") << hex("ca3fc00000") << QJsonValue(1.5);
    QTest::newRow("empty text") << hex("a0") << QJsonValue(QString());
    QTest::newRow("str8") << hex("d90161") << QJsonValue(QStringLiteral("a"));
    QTest::newRow("str16") << hex("da000161") << QJsonValue(QStringLiteral("a"));
    QTest::newRow("str32") << hex("db0000000161") << QJsonValue(QStringLiteral("a"));
    QTest::newRow("bin16") << hex("c5000100") << QJsonValue(QStringLiteral("AA=="));
    QTest::newRow("bin32") << hex("c60000000100") << QJsonValue(QStringLiteral("AA=="));
    QTest::newRow("empty list") << hex("90") << QJsonValue(QJsonArray());
    QTest::newRow("array16") << hex("dc0003010203") << QJsonValue(three);
    QTest::newRow("array32") << hex("dd00000003010203") << QJsonValue(three);
    QTest::newRow("empty map") << hex("80") << QJsonValue(QJsonObject());
    QTest::newRow("map16") << hex("de0001a16b01") << QJsonValue(one);
    QTest::newRow("map32") << hex("df00000001a16b01") << QJsonValue(one);
}

void TestMessagePack::readsEachForm()
{
    QFETCH(QByteArray, value);
    QFETCH(QJsonValue, expected);
    const auto read = fromMessagePack(around(value), depth);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->value(QStringLiteral("a")), expected);
}

void TestMessagePack::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const QString name = QStringLiteral("the name of a field is not a text");
    QTest::newRow("nothing") << QByteArray() << "it is empty";
    QTest::newRow("a number") << hex("07") << "not a map";
    QTest::newRow("a list") << hex("9107") << "not a map";
    QTest::newRow("integer key") << hex("810107") << name;
    QTest::newRow("integer key inside") << around(hex("810107")) << name;
    QTest::newRow("bytes as key") << hex("81c4016107") << name;
    QTest::newRow("nil as key") << hex("81c007") << name;
    QTest::newRow("list as key") << hex("819007") << name;
    QTest::newRow("map as key") << hex("818007") << name;
    QTest::newRow("NaN") << around(hex("cb7ff8000000000000")) << "none at all";
    QTest::newRow("infinity") << around(hex("ca7f800000")) << "infinite";
    QTest::newRow("extension") << around(hex("d40100")) << "extension";
    QTest::newRow("a date") << around(hex("d6ff5f000000")) << "extension";
    QTest::newRow("extension of 4 GB") << around(hex("c9ffffffff01")) << "ends in the middle";
    QTest::newRow("never used byte") << around(hex("c1")) << "begins no value";
    QTest::newRow("bad UTF-8") << around(hex("a2c328")) << "a text is not valid UTF-8";
    QTest::newRow("bad UTF-8 as name") << hex("81a2c32807") << "the name of a field is not valid";
    QTest::newRow("surrogate") << around(hex("a3eda080")) << "a text is not valid UTF-8";
    QTest::newRow("behind the end") << around(hex("07")) + "x"
                                    << "more bytes";
    QTest::newRow("two messages") << around(hex("07")) + around(hex("07")) << "more bytes";
    QTest::newRow("list of 4 billion") << around(hex("ddffffffff")) << "in the middle of a list";
    QTest::newRow("map of 4 billion") << around(hex("dfffffffff")) << "has 4294967295 fields";
    QTest::newRow("text of 4 GB") << around(hex("dbffffffff61")) << "ends in the middle";
    QTest::newRow("text that is cut")
        << around(text(10'000'000)).chopped(1) << "ends in the middle";
}

void TestMessagePack::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const auto read = fromMessagePack(bytes, depth);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(reason), qPrintable(read.error().message));
}

void TestMessagePack::refusesEveryTruncation()
{
    const QByteArray whole = recorded::listItem();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto read = fromMessagePack(whole.left(size), depth);
        QVERIFY2(!read, qPrintable(QString::number(size)));
        QVERIFY(!read.error().message.isEmpty());
    }
}

void TestMessagePack::refusesDepthBombs_data()
{
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<int>("levels");
    QTest::newRow("one too deep") << hex("91") << depth;
    QTest::newRow("lists") << hex("91") << 100'000;
    QTest::newRow("lists of two") << hex("9201") << 50'000;
    QTest::newRow("maps") << hex("81a161") << 50'000;
}

void TestMessagePack::refusesDepthBombs()
{
    QFETCH(QByteArray, level);
    QFETCH(int, levels);
    const auto read = fromMessagePack(around(level.repeated(levels) + hex("07")), depth);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(QStringLiteral("deeper than 17")),
             qPrintable(read.error().message));
}

void TestMessagePack::takesTheDepthThatIsAllowed()
{
    QVERIFY(fromMessagePack(around(hex("91").repeated(depth - 1) + hex("07")), depth).ok());
}

void TestMessagePack::refusesTooManyFields()
{
    const auto withFields = [](quint16 count) {
        QByteArray bytes = hex("de") + char(count >> 8) + char(count & 0xFF);
        for (quint16 i = 0; i < count; ++i)
            bytes += hex("a4") + QByteArray::number(i + 1000).rightJustified(4, '0') + hex("07");
        return bytes;
    };
    QVERIFY(fromMessagePack(withFields(JsonBuilder::maxFields), depth).ok());
    QVERIFY(!fromMessagePack(withFields(JsonBuilder::maxFields + 1), depth));
}

void TestMessagePack::survivesRandomBytes()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes(random.bounded(64), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        const auto read = fromMessagePack(bytes, depth);
        QVERIFY(read.ok() || !read.error().message.isEmpty());
    }
}

void TestMessagePack::survivesRandomChanges()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes = recorded::listItem();
        for (int change = random.bounded(1, 4); change > 0; --change)
            bytes[random.bounded(bytes.size())] = char(random.bounded(256));
        const auto read = fromMessagePack(bytes, depth);
        QVERIFY(read.ok() || !read.error().message.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestMessagePack)
#include "tst_message_pack.moc"
