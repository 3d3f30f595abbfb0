// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/limits.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/snapshot_encoder.h"
#include "shared/state/snapshot.h"
#include "tests/support/random_events.h"
#include "tests/support/shop.h"
#include "tests/support/visible_to.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::protocol;
using pressboard::test::visibleTo;

namespace {

QList<QByteArray> partsOf(const Book &book)
{
    SnapshotEncoder encoder;
    for (const Order &order : book.orders())
        encoder.add(order);
    for (const Notice &notice : book.notices)
        encoder.add(notice);
    QList<QByteArray> texts;
    for (const QByteArrayList &pieces : encoder.parts())
        texts.append(pieces.join());
    return texts;
}

/// As a client does: part after part into an empty book.
Book received(const QList<QByteArray> &frames)
{
    Book book;
    for (const QByteArray &frame : frames) {
        const auto message = decodeServer(frame);
        if (!message)
            qFatal("%s", qPrintable(message.error().message));
        const auto &part = std::get<SnapshotPart>(*message);
        if (part.parts != frames.size() || part.part != frames.indexOf(frame) + 1)
            qFatal("part %d of %d", part.part, part.parts);
        for (const Order &order : part.orders)
            book.putOrder(order);
        for (const Notice &notice : part.notices)
            book.addNotice(notice);
    }
    return book;
}

CrmId another(const CrmId &id, int copy)
{
    return id.isNumber() ? CrmId(id.number() + 1'000'000 * copy)
                         : CrmId::fromText(id.toString() + QStringLiteral("/%1").arg(copy));
}

QString everyField(const QString &text)
{
    return QStringLiteral(R"("order_no":"%1","status_display":"%1","note":"%1","customer_name":"%1",
        "product_name":"%1","work_order_no":"%1","unit":"%1","salesman":"%1","step_name":"%1",
        "operator":"%1","operator_id":"%1","confirm_user":"%1","confirm_user_id":"%1",
        "start_time":"2026-11-23T00:00:00.123Z",
        "end_time":"2026-11-23T00:00:00.123Z","step_category":"content","step_order":-2147483648)")
        .arg(text);
}

QString customName(int number)
{
    return QString(limits::customName - 2, u'纸') + QString::number(10 + number);
}

CustomFields asManyFieldsAsCanBe()
{
    CustomFields fields;
    for (int number = 0; number < limits::customFields; ++number) {
        fields.ofOrders.append({customName(number), customName(number)});
        fields.ofSteps.append({customName(number), customName(number)});
    }
    return fields;
}

QByteArray everyCustomField(const QString &text)
{
    QString json;
    for (int number = 0; number < limits::customFields; ++number)
        json += QStringLiteral(R"(,"%1":"%2")").arg(customName(number), text);
    return json.toUtf8();
}

} // namespace

class TestSnapshotParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyIsOnePart();
    void aLargeBookComesBack();
    void theLargestOrderIsOneFrame_data();
    void theLargestOrderIsOneFrame();
    void manyLargeNotices();
};

void TestSnapshotParts::emptyIsOnePart()
{
    const auto frames = partsOf({});
    QCOMPARE(frames.size(), 1);
    QCOMPARE(frames.first(),
             QByteArray(R"({"type":"snapshot","part":1,"parts":1,"orders":[],"notices":[]})"));
}

void TestSnapshotParts::aLargeBookComesBack()
{
    test::RandomEvents random(test::randomSeed());
    Book book;
    for (const Event &event : random.next(3000))
        apply(book, event);
    // Many of them, so that there are several parts.
    const QList<Order> rows = book.orders().values();
    for (int copy = 1; copy < 100; ++copy) {
        for (Order order : rows) {
            order.orderId = another(order.orderId, copy);
            for (Step &step : order.steps) {
                step.progressId = another(step.progressId, copy);
                step.orderId = order.orderId;
            }
            book.putOrder(order);
        }
    }
    const auto frames = partsOf(book);
    QVERIFY(frames.size() > 2);
    for (const QByteArray &frame : frames)
        QVERIFY(frame.size() <= qsizetype(limits::snapshotPartBytes));
    const Book seen = visibleTo(book, {u"dept_1"_qs, u"dept_2"_qs, u"role_operator"_qs});
    const Book again = received(frames);
    QVERIFY(again.orders() == seen.orders());
    QVERIFY(again.notices == seen.notices);
}

void TestSnapshotParts::theLargestOrderIsOneFrame_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("Chinese") << QString(2000, u'长');
    QTest::newRow("quotes") << QString(2000, u'"').replace(u"\""_qs, u"\\\""_qs);
    QTest::newRow("control characters") << QStringLiteral("\\u0001").repeated(2000);
    QTest::newRow("half pairs") << QStringLiteral("\\ud800").repeated(2000);
    QTest::newRow("emoji") << QStringLiteral("😀").repeated(1000);
}

void TestSnapshotParts::theLargestOrderIsOneFrame()
{
    QFETCH(QString, text);
    test::Shop shop;
    shop.book.setCustomFields(asManyFieldsAsCanBe());
    const QByteArray id = QString(limits::idLength - 3, u'长').toUtf8();
    const QByteArray fields =
        everyField(text).toUtf8() + everyCustomField(text) + ",\"order_id\":\"" + id + '"';
    shop.order(("{" + fields + "}").constData());
    for (int number = 0; number < limits::stepsPerOrder; ++number)
        shop.step(("{" + fields + ",\"status\":2,\"progress_id\":\"" + id
                   + QByteArray::number(100 + number) + "\"}")
                      .constData());
    QCOMPARE(shop.book.orders().constBegin()->steps.size(), limits::stepsPerOrder);
    QCOMPARE(shop.book.orders().constBegin()->custom->entries().size(), limits::customFields);
    const auto frames = partsOf(shop.book);
    QCOMPARE(frames.size(), 1);
    QVERIFY2(frames.first().size() < qsizetype(limits::frameBytes),
             QByteArray::number(frames.first().size()).constData());
    QVERIFY(received(frames).orders() == shop.book.orders());
}

void TestSnapshotParts::manyLargeNotices()
{
    test::Shop shop;
    for (int i = 0; i < limits::noticesPerSender; ++i)
        shop.notice(("{\"message\":\"" + QByteArray(60'000, 'x') + "\"}").constData());
    const auto frames = partsOf(shop.book);
    for (const QByteArray &frame : frames)
        QVERIFY(frame.size() <= qsizetype(limits::snapshotPartBytes));
    QVERIFY(received(frames).notices == shop.book.notices);
}

QTEST_APPLESS_MAIN(TestSnapshotParts)
#include "tst_snapshot_parts.moc"
