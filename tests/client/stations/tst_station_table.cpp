// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/stations/station_table.h"
#include "client/stations/station_words.h"
#include "client/translations.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <random>

using namespace pressboard;
using namespace pressboard::client;
using Row = protocol::Stations::Row;
using Shown = StationTable::Shown;

class TestStationTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_translations.use(QStringLiteral("zh_CN")); }
    void init();
    void putsTroubleFirst();
    void waitsForAllParts();
    void takesChanges();
    void showsOneKindOfTrouble();
    void saysWhatIsWrong();
    void marksWhatIsOlderThanTheNewest();
    void followsAnyScript();

private:
    static Row station(const QString &id, const QString &name, bool online,
                       QLatin1StringView kind = protocol::station_kind::desk,
                       const QString &version = QStringLiteral("1.4.0"));
    QStringList names() const;

    Translations m_translations;
    std::unique_ptr<StationTable> m_table;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestStationTable::init()
{
    m_tester.reset();
    m_table = std::make_unique<StationTable>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_table.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

Row TestStationTable::station(const QString &id, const QString &name, bool online,
                              QLatin1StringView kind, const QString &version)
{
    Row row;
    row.id = id;
    row.name = name;
    row.online = online;
    row.kind = kind;
    row.version = version;
    return row;
}

QStringList TestStationTable::names() const
{
    QStringList names;
    for (int row = 0; row < m_table->rowCount(); ++row)
        names.append(m_table->entry(row).row.name);
    return names;
}

void TestStationTable::putsTroubleFirst()
{
    m_table->take({1,
                   1,
                   {station(u"a"_qs, u"b-10"_qs, true), station(u"b"_qs, u"b-9"_qs, true),
                    station(u"c"_qs, u"c"_qs, false),
                    station(u"d"_qs, u"d"_qs, true, protocol::station_kind::desk, u"1.3.2"_qs),
                    station(u"e"_qs, u"e"_qs, false, protocol::station_kind::wall)}});
    QCOMPARE(names(), (QStringList{u"e"_qs, u"d"_qs, u"c"_qs, u"b-9"_qs, u"b-10"_qs}));
}

void TestStationTable::waitsForAllParts()
{
    m_table->take({1, 2, {station(u"a"_qs, u"a"_qs, true)}});
    QCOMPARE(m_table->rowCount(), 0);
    m_table->take({2, 2, {station(u"b"_qs, u"b"_qs, true)}});
    QCOMPARE(names(), (QStringList{u"a"_qs, u"b"_qs}));
    m_table->take({1, 1, {station(u"c"_qs, u"c"_qs, true)}}); // all of them, anew
    QCOMPARE(names(), QStringList{u"c"_qs});
}

void TestStationTable::takesChanges()
{
    m_table->take({1, 1, {station(u"a"_qs, u"a"_qs, true), station(u"b"_qs, u"b"_qs, true)}});
    m_table->take({0, 0, {station(u"a"_qs, u"z"_qs, true)}});
    QCOMPARE(names(), (QStringList{u"b"_qs, u"z"_qs}));
    m_table->take({0, 0, {}, {u"b"_qs}});
    QCOMPARE(names(), QStringList{u"z"_qs});
}

void TestStationTable::showsOneKindOfTrouble()
{
    m_table->take({1,
                   1,
                   {station(u"a"_qs, u"a"_qs, true), station(u"b"_qs, u"b"_qs, false),
                    station(u"c"_qs, u"c"_qs, false, protocol::station_kind::wall),
                    station(u"d"_qs, u"d"_qs, true, protocol::station_kind::desk, u"1.3"_qs)}});
    const QList<std::pair<Shown, QStringList>> all{{Shown::Online, {u"d"_qs, u"a"_qs}},
                                                   {Shown::Offline, {u"b"_qs}},
                                                   {Shown::Dark, {u"c"_qs}},
                                                   {Shown::Old, {u"d"_qs}}};
    for (const auto &[shown, expected] : all) {
        m_table->show(shown);
        QCOMPARE(names(), expected);
        QCOMPARE(m_table->count(shown), expected.size());
    }
    QCOMPARE(m_table->count(Shown::All), 4);
}

void TestStationTable::saysWhatIsWrong()
{
    m_table->take({1, 1, {station(u"a"_qs, u"a"_qs, true), station(u"b"_qs, u"b"_qs, true)}});
    QCOMPARE(StationWords::summary(*m_table), u"2 台终端，全部在线，版本一致"_qs);
    m_table->take({0,
                   0,
                   {station(u"b"_qs, u"b"_qs, true, protocol::station_kind::desk, u"1.3"_qs),
                    station(u"c"_qs, u"c"_qs, false, protocol::station_kind::wall)}});
    QCOMPARE(StationWords::summary(*m_table), u"3 台终端，2 台在线；1 块大屏黑屏，1 台版本旧"_qs);
}

void TestStationTable::marksWhatIsOlderThanTheNewest()
{
    m_table->take({1,
                   1,
                   {station(u"a"_qs, u"a"_qs, true, protocol::station_kind::desk, u"1.10.0"_qs),
                    station(u"b"_qs, u"b"_qs, true, protocol::station_kind::desk, u"1.9.3"_qs)}});
    QCOMPARE(m_table->newestVersion(), u"1.10.0"_qs);
    QCOMPARE(m_table->count(Shown::Old), 1);
}

void TestStationTable::followsAnyScript()
{
    std::mt19937 random(7);
    const auto below = [&random](int most) { return int(random() % unsigned(most)); };
    QMap<QString, Row> expected;
    for (int step = 0; step < 500; ++step) {
        const QString id = QString::number(below(12));
        if (below(4) == 0) {
            expected.remove(id);
            m_table->take({0, 0, {}, {id}});
        } else {
            const Row row =
                station(id, QString(QChar(u'a' + below(26))), below(2) == 0,
                        below(3) == 0 ? protocol::station_kind::wall : protocol::station_kind::desk,
                        u"1."_qs + QString::number(below(3)));
            expected.insert(id, row);
            m_table->take({0, 0, {row}});
        }
        if (below(10) == 0)
            m_table->show(Shown(below(5)));
        QCOMPARE(m_table->count(Shown::All), expected.size());
        for (int row = 0; row < m_table->rowCount(); ++row)
            QCOMPARE(m_table->entry(row).row, expected.value(m_table->entry(row).row.id));
    }
}

QTEST_GUILESS_MAIN(TestStationTable)
#include "tst_station_table.moc"
