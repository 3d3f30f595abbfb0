// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/entry_reader.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

using Fields = QList<std::pair<QByteArray, QByteArray>>;

std::variant<Event, Rejected> read(const Fields &fields)
{
    static const EntryReader reader(QTimeZone("Asia/Shanghai"));
    return reader.read({StreamId{1'700'000'000'000, 3}, fields});
}

} // namespace

class TestEntryReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnEntry()
    {
        const auto result = read({{"type", "order.notification"},
                                  {"data", R"({"order_id":"5"})"},
                                  {"groups", "dept_3, role_operator,"},
                                  {"src", "import"}});
        QVERIFY(std::holds_alternative<Event>(result));
        const Event &event = std::get<Event>(result);
        QCOMPARE(event.id, (StreamId{1'700'000'000'000, 3}));
        QCOMPARE(event.type, QStringLiteral("order_notification"));
        QCOMPARE(event.data.value(QStringLiteral("order_id")).toInteger(), 5);
        QCOMPARE(event.groups,
                 Audience({QStringLiteral("dept_3"), QStringLiteral("role_operator")}));
        QVERIFY(event.isImported());
    }

    void readsTheLogsOwnEntries()
    {
        QVERIFY(std::holds_alternative<Event>(
            read({{"type", "pressboard.day"}, {"data", R"({"date":"2026-11-23"})"}})));
    }

    void rejectsMalformedEntries_data()
    {
        QTest::addColumn<Fields>("fields");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no fields") << Fields{} << "type: the entry has no such field";
        QTest::newRow("no data") << Fields{{"type", "x"}} << "data: the entry has no such field";
        QTest::newRow("not JSON") << Fields{{"type", "x"}, {"data", "garbage"}}
                                  << "data: not valid";
        QTest::newRow("control") << Fields{{"type", "synced"}, {"data", "{}"}} << "type: found";
        QTest::newRow("too large") << Fields{{"type", "x"}, {"data", QByteArray(70'000, 'x')}}
                                   << "data: found 70000 bytes";
        QTest::newRow("groups") << Fields{{"type", "x"}, {"data", "{}"}, {"groups", "a b"}}
                                << "groups: found";
        QTest::newRow("binary type")
            << Fields{{"type", "\xff\x01"}, {"data", "{}"}} << "type: found";
    }
    void rejectsMalformedEntries()
    {
        QFETCH(Fields, fields);
        QFETCH(QString, reason);
        const auto result = read(fields);
        QVERIFY(std::holds_alternative<Rejected>(result));
        const Rejected &rejected = std::get<Rejected>(result);
        QCOMPARE(rejected.id, (StreamId{1'700'000'000'000, 3}));
        QVERIFY2(rejected.reason.contains(reason), qPrintable(rejected.reason));
        QVERIFY(rejected.head.size() <= 4096);
        if (!fields.isEmpty() && fields.first().second.size() == 1)
            QCOMPARE(rejected.type, u"x"_qs);
        for (const auto &[name, value] : fields)
            QVERIFY(value.size() > 1000 || rejected.head.contains(name + '=' + value));
    }
};

QTEST_APPLESS_MAIN(TestEntryReader)
#include "tst_entry_reader.moc"
