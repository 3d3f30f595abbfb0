// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/json_writer.h"
#include "tests/support/random_events.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>
#include <cstring>
#include <limits>

using namespace pressboard;

namespace {

/// Values of every kind, bent on what is hard to write.
class RandomJson
{
public:
    explicit RandomJson(quint64 seed)
        : m_random(seed)
    {
    }

    QJsonObject object(int depth)
    {
        QJsonObject object;
        for (int i = below(6); i > 0; --i)
            object.insert(text(), value(depth));
        return object;
    }

private:
    QJsonValue value(int depth)
    {
        switch (below(depth > 0 ? 8 : 6)) {
        case 0:
            return QJsonValue(QJsonValue::Null);
        case 1:
            return below(2) == 1;
        case 2:
            return integer();
        case 3:
            return real();
        case 6:
            return object(depth - 1);
        case 7:
            return array(depth - 1);
        default:
            return text();
        }
    }

    QJsonArray array(int depth)
    {
        QJsonArray array;
        for (int i = below(4); i > 0; --i)
            array.append(value(depth));
        return array;
    }

    /// Around every power of two, 2^53 and both ends among them.
    qint64 integer()
    {
        const auto number = qint64((quint64(1) << below(64)) + quint64(below(3)) - 1);
        return below(2) == 1 ? number : qint64(-quint64(number));
    }

    /// Whole ones are written out, where Qt may write 1e+18: see integersAreExact().
    double real()
    {
        const quint64 bits = m_random();
        double number = 0;
        static_assert(sizeof(number) == sizeof(bits));
        std::memcpy(&number, &bits, sizeof(bits));
        const bool isPlain =
            below(2) == 1 || !std::isfinite(number) || number == std::floor(number);
        return isPlain ? below(100'000) + 0.25 : number;
    }

    QString text()
    {
        QString text;
        for (int i = below(20); i > 0; --i)
            text += unit();
        return text;
    }

    /// Halves of pairs come alone, in order and in the wrong order.
    QChar unit()
    {
        switch (below(6)) {
        case 0:
            return QChar(below(0x20));
        case 1:
            return QChar(0xd800 + below(0x800));
        case 2:
            return QChar(below(0x10000));
        case 3:
            return u"\"\\/<>&\u007f\u0080\u07ff\u0800\u2028\ufeff\uffff"[below(13)];
        default:
            return QChar(0x20 + below(0x60));
        }
    }

    int below(int bound) { return int(m_random() % quint64(bound)); }

    std::mt19937_64 m_random;
};

QByteArray written(const QJsonObject &object)
{
    JsonWriter writer;
    writer.value(object);
    return writer.take();
}

} // namespace

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAsQtDoes();
    void writesEveryUnitAsQtDoes();
    void integersAreExact_data();
    void integersAreExact();
    void putsCommasBetween();
    void numbersThatAreNoneAreNull();
    void canBeUsedAgain();
};

void TestJsonWriter::writesAsQtDoes()
{
    RandomJson random(test::randomSeed());
    for (int i = 0; i < 5000; ++i) {
        const QJsonDocument document(random.object(4));
        QCOMPARE(written(document.object()), document.toJson(QJsonDocument::Compact));
    }
}

void TestJsonWriter::writesEveryUnitAsQtDoes()
{
    for (int unit = 0; unit <= 0xffff; ++unit) {
        const QJsonObject object{{u"before"_qs, QString(QChar(unit)) + u'x'},
                                 {QString(QChar(unit)), u'x' + QString(QChar(unit))}};
        QCOMPARE(written(object), QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
}

void TestJsonWriter::integersAreExact_data()
{
    QTest::addColumn<qint64>("number");
    for (const qint64 number :
         {qint64(0), qint64(-1), (qint64(1) << 53) + 1, -(qint64(1) << 53) - 1,
          std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
        QTest::addRow("%lld", static_cast<long long>(number)) << number;
}

void TestJsonWriter::integersAreExact()
{
    QFETCH(qint64, number);
    JsonWriter writer;
    writer.value(number);
    QCOMPARE(writer.take(), QByteArray::number(number));
    QCOMPARE(written({{u"n"_qs, number}}), "{\"n\":" + QByteArray::number(number) + "}");
    QCOMPARE(written({{u"n"_qs, 1e18}}), QByteArray("{\"n\":1000000000000000000}"));
}

void TestJsonWriter::putsCommasBetween()
{
    JsonWriter writer;
    writer.beginObject();
    writer.member(QLatin1StringView("a"), 1);
    writer.name(QLatin1StringView("b"));
    writer.beginArray();
    writer.beginObject();
    writer.endObject();
    writer.beginArray();
    writer.endArray();
    writer.value(QLatin1StringView("c"));
    writer.value(1.5);
    writer.endArray();
    writer.member(QLatin1StringView("d"), true);
    writer.name(u"\"");
    writer.null();
    writer.endObject();
    QCOMPARE(writer.take(), QByteArray(R"({"a":1,"b":[{},[],"c",1.5],"d":true,"\"":null})"));
}

void TestJsonWriter::numbersThatAreNoneAreNull()
{
    JsonWriter writer;
    writer.beginArray();
    writer.value(std::numeric_limits<double>::quiet_NaN());
    writer.value(-std::numeric_limits<double>::infinity());
    writer.endArray();
    QCOMPARE(writer.take(), QByteArray("[null,null]"));
}

void TestJsonWriter::canBeUsedAgain()
{
    JsonWriter writer(16);
    writer.value(u"more than there was room for"_qs);
    QCOMPARE(writer.take(), QByteArray("\"more than there was room for\""));
    writer.value(u"x"_qs);
    QCOMPARE(writer.take(), QByteArray("\"x\""));
    QCOMPARE(writer.take(), QByteArray());
}

QTEST_APPLESS_MAIN(TestJsonWriter)
#include "tst_json_writer.moc"
