// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/receipt_rows.h"

#include "shared/base/limits.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

StationRecord station(const char *id, const char *kind)
{
    StationRecord record;
    record.id = QLatin1StringView(id);
    record.name = QStringLiteral("name of ") + record.id;
    record.display = QStringLiteral("王芳");
    record.kind = QLatin1StringView(kind);
    return record;
}

/// As HGETALL has them.
redis::Reply replyOf(const QByteArrayList &fields)
{
    redis::Reply reply;
    for (const QByteArray &field : fields)
        reply.items.append({redis::Reply::Kind::String, field, 0, {}});
    return reply;
}

bool nobody(const QString &)
{
    return false;
}

} // namespace

/// What became of a notice, as Redis has it.
class TestReceiptRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void noticesComeBack();
    void countsTheExpected();
    void whoDidLeastComesFirst();
    void whoIsMissing();
    void whatIsWrittenBadlyIsNothing();

private:
    void tell(const char *id, const char *times)
    {
        m_fields << QByteArray(id) << R"({"name":"x","kind":"desk",)" + QByteArray(times) + '}';
    }
    ReceiptRows rows() const { return *ReceiptRows::fromReply(replyOf(m_fields)); }

    Notice m_notice{{5, 0},
                    Audience({QStringLiteral("dept_3")}),
                    {{QStringLiteral("message"), QStringLiteral("m")}},
                    QStringLiteral("user:wang")};
    QByteArrayList m_fields;
};

void TestReceiptRows::init()
{
    m_fields = ReceiptRows::fieldsOf(m_notice, {station("desk", "desk"), station("wall", "wall")});
}

void TestReceiptRows::noticesComeBack()
{
    QCOMPARE(rows().data, m_notice.data);
    QCOMPARE(rows().groups, QStringList{QStringLiteral("dept_3")});
    QCOMPARE(rows().publisher, m_notice.publisher);
    QVERIFY(!ReceiptRows::fromReply({}));
}

void TestReceiptRows::countsTheExpected()
{
    QCOMPARE(rows().counts(&nobody), (protocol::ReceiptCounts{2, 1, 0, 0, 0, 2}));
    m_fields << "desk"
             << R"({"expected":true,"kind":"desk","delivered":1795423846123,"seen":1795423847000})"
             << "late"
             << R"({"kind":"desk","delivered":5,"seen":5,"confirmed":5})";
    const auto isOnline = [](const QString &id) { return id == QLatin1StringView("wall"); };
    QCOMPARE(rows().counts(isOnline), (protocol::ReceiptCounts{2, 1, 1, 1, 0, 0}));
    const auto times = rows().stations.value(QStringLiteral("desk")).times;
    QCOMPARE(toWire(*times.delivered), QStringLiteral("2026-11-23T08:50:46.123Z"));
    m_fields << "wall"
             << R"({"expected":true,"kind":"wall","delivered":5,"seen":5,"confirmed":5})";
    QCOMPARE(rows().counts(&nobody), (protocol::ReceiptCounts{2, 1, 2, 1, 0, 0}));
}

void TestReceiptRows::whoDidLeastComesFirst()
{
    m_fields << "desk"
             << R"({"expected":true,"delivered":5,"seen":5})"
             << "late"
             << R"({"name":"x","delivered":5})";
    const auto list = rows().list(&nobody);
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[0].id, QStringLiteral("wall"));
    QCOMPARE(list[1].id, QStringLiteral("late"));
    QVERIFY(!list[1].expected && list[2].expected);
    for (int i = 0; i < limits::receiptRows; ++i)
        tell(("s" + QByteArray::number(i)).constData(), R"("delivered":5)");
    QCOMPARE(rows().list(&nobody).size(), limits::receiptRows);
}

void TestReceiptRows::whoIsMissing()
{
    QCOMPARE(rows().missing(), QStringList{QStringLiteral("desk")}); // walls see nothing
    m_fields << "desk"
             << R"({"expected":true,"kind":"desk","delivered":5,"seen":5})";
    QVERIFY(rows().missing().isEmpty());
    m_notice.data.insert(QStringLiteral("confirm"), true);
    m_fields = ReceiptRows::fieldsOf(m_notice, {station("desk", "desk")});
    m_fields << "desk"
             << R"({"expected":true,"kind":"desk","delivered":5,"seen":5})";
    QCOMPARE(rows().missing(), QStringList{QStringLiteral("desk")});
}

void TestReceiptRows::whatIsWrittenBadlyIsNothing()
{
    m_fields << "bad"
             << "no json"
             << "odd"
             << R"({"delivered":"yes","expected":7})";
    const ReceiptRows read = rows();
    QVERIFY(!read.stations.value(QStringLiteral("odd")).times.delivered);
    QCOMPARE(read.counts(&nobody).expected, 2);
}

QTEST_APPLESS_MAIN(TestReceiptRows)
#include "tst_receipt_rows.moc"
