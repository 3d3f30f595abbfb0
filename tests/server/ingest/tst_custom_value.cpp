// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/validate.h"
#include "shared/base/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

using Type = CustomField::Type;

const ReadingRules &rules()
{
    static const ReadingRules rules(QTimeZone("Asia/Shanghai"), {},
                                    {{{u"paper"_qs, u"纸张"_qs, Type::Text},
                                      {u"weight"_qs, u"克重"_qs, Type::Number},
                                      {u"proof"_qs, u"看样"_qs, Type::Date},
                                      {u"page"_qs, u"单据"_qs, Type::Link, {u"crm"_qs}}},
                                     {{u"paper"_qs, u"用纸"_qs, Type::Text}}});
    return rules;
}

Result<Event> readOrder(const QByteArray &members)
{
    return validated(event_type::order, "{\"order_id\":7," + members + '}', {}, rules());
}

} // namespace

/// The shop's own fields, as CRMs write them.
class TestCustomValue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isRead_data();
    void isRead();
    void isLeftOut_data();
    void isLeftOut();
    void textsAreCut();
    void stepsHaveTheirs();
    void nothingChangesWithoutFields();
    void whatWasPublishedStays();
};

void TestCustomValue::isRead_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *sent, const char *kept) {
        QTest::newRow(sent) << QByteArray(sent) << QByteArray(kept);
    };
    row(R"("paper":"157g 铜版")", R"("paper":"157g 铜版")");
    row(R"("paper":157)", R"("paper":"157")");
    row(R"("paper":{"id":3,"name":"铜版"})", R"("paper":"铜版")");
    row(R"("paper":"  ")", R"("paper":null)");
    row(R"("paper":null)", R"("paper":null)");
    row(R"("weight":157.5)", R"("weight":157.5)");
    row(R"("weight":"157.50")", R"("weight":157.5)");
    row(R"("weight":"1,500")", R"("weight":1500)");
    row(R"("weight":"1 500.25")", R"("weight":1500.25)");
    row(R"("weight":"１２８")", R"("weight":128)");
    row(R"("weight":"-3")", R"("weight":-3)");
    row(R"("weight":"")", R"("weight":null)");
    row(R"("proof":"2026-12-05")", R"("proof":"2026-12-05")");
    row(R"("proof":"2026年12月5日")", R"("proof":"2026-12-05")");
    row(R"("proof":"20261205")", R"("proof":"2026-12-05")");
    row(R"("proof":"2026-12-04T20:00:00Z")", R"("proof":"2026-12-05")");
    row(R"("page":"http://crm/7")", R"("page":"http://crm/7")");
    row(R"("page":" https://crm/7 ")", R"("page":"https://crm/7")");
    row(R"("page":"crm://orders/7")", R"("page":"crm://orders/7")");
    row(R"("page":"http://crm/图纸")", R"("page":"http://crm/%E5%9B%BE%E7%BA%B8")");
}

void TestCustomValue::isRead()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, kept);
    const auto event = readOrder(sent);
    QVERIFY2(event.ok(), event ? "" : qPrintable(event.error().message));
    QCOMPARE(event->data, QJsonDocument::fromJson("{\"order_id\":7," + kept + '}').object());
    QVERIFY(event->oddities.isEmpty());
    const auto again = validated(event_type::order, event->data, {}, rules());
    QCOMPARE(again->data, event->data);
    QVERIFY(again->oddities.isEmpty());
}

void TestCustomValue::isLeftOut_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *sent, const char16_t *reason) {
        QTest::newRow(sent) << QByteArray(sent) << QString::fromUtf16(reason);
    };
    row(R"("paper":true)", u"found true, expected a text");
    row(R"("paper":["a"])", u"found a list of 1, expected a text");
    row(R"("weight":"heavy")", u"found \"heavy\", expected a number such as 157.5");
    row(R"("weight":"1,5")", u"found \"1,5\", expected a number");
    row(R"("weight":"12345678901234567890")", u"expected a number");
    row(R"("weight":1e300)", u"expected a number");
    row(R"("weight":false)", u"found false, expected a number");
    row(R"("proof":"05/12/2026")", u"expected a date such as");
    row(R"("proof":"待定")", u"expected a date such as");
    row(R"("page":"javascript:x")", u"begins with http:, https:, crm:");
    row(R"("page":"file:///etc/passwd")", u"expected an address");
    row(R"("page":"crm/7")", u"expected an address");
    row(R"("page":"http://crm/a b")", u"expected an address");
    row(R"("page":7)", u"found 7, expected an address");
}

/// The event counts, without the member.
void TestCustomValue::isLeftOut()
{
    QFETCH(QByteArray, sent);
    QFETCH(QString, reason);
    const auto event = readOrder("\"unit\":\"册\"," + sent);
    QVERIFY2(event.ok(), event ? "" : qPrintable(event.error().message));
    QCOMPARE(event->data.keys(), (QStringList{u"order_id"_qs, u"unit"_qs}));
    QCOMPARE(event->oddities.size(), 1);
    QVERIFY2(event->oddities[0].reason.contains(reason), qPrintable(event->oddities[0].reason));
    QCOMPARE(event->leftOut().size(), 1);
}

void TestCustomValue::textsAreCut()
{
    const QByteArray text = QString(1000, u'纸').toUtf8();
    const auto event = readOrder("\"paper\":\"" + text + '"');
    QCOMPARE(event->data.value(u"paper").toString().size(), limits::orderText);
    // A link that is cut leads elsewhere.
    const QByteArray address = "http://crm/" + QByteArray(limits::customLink, 'x');
    QCOMPARE(readOrder("\"page\":\"" + address + '"')->leftOut(), QStringList{u"page"_qs});
}

void TestCustomValue::stepsHaveTheirs()
{
    const QByteArray text = QString(1000, u'纸').toUtf8();
    const QByteArray members = "\"paper\":\"" + text + "\",\"weight\":\"heavy\"";
    const auto step = validated(event_type::progress,
                                "{\"order_id\":7,\"progress_id\":70," + members + '}', {}, rules());
    QCOMPARE(step->data.value(u"paper").toString().size(), limits::stepText);
    QCOMPARE(step->data.value(u"weight").toString(), u"heavy"_qs); // of no step
    const auto imported = readOrder("\"steps\":[{\"progress_id\":70," + members
                                    + "},{\"progress_id\":71,\"paper\":[]}]");
    const QJsonArray steps = imported->data.value(u"steps").toArray();
    QCOMPARE(steps[0][u"paper"].toString().size(), limits::stepText);
    QCOMPARE(imported->leftOut(), QStringList{u"steps[1].paper"_qs});
}

void TestCustomValue::nothingChangesWithoutFields()
{
    const QByteArray data = R"({"order_id":7,"paper":["a"],"weight":"1,5","page":"javascript:x"})";
    const auto event = validated(event_type::order, data, {}, QTimeZone::utc());
    QCOMPARE(event->data, QJsonDocument::fromJson(data).object());
    QVERIFY(event->oddities.isEmpty());
}

/// Classic clients get what the publisher wrote.
void TestCustomValue::whatWasPublishedStays()
{
    const QByteArray data = R"({"order_id":7,"paper":157,"weight":"heavy"})";
    const auto event = validated(event_type::order, data, {}, rules());
    QCOMPARE(event->published, data);
}

QTEST_APPLESS_MAIN(TestCustomValue)
#include "tst_custom_value.moc"
