// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/object_reader.h"

#include <QTest>

using namespace pressboard;

class TestObjectReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesMembers();
    void remembersTheFirstError();
    void letsOptionalMembersBeAbsent();
    void knowsIntegers();
};

void TestObjectReader::takesMembers()
{
    ObjectReader reader({{u"text"_qs, u"a"_qs},
                         {u"number"_qs, 3},
                         {u"list"_qs, QJsonArray{u"x"_qs, u"y"_qs}},
                         {u"id"_qs, u"5-1"_qs},
                         {u"at"_qs, u"1970-01-01T00:00:01Z"_qs},
                         {u"on"_qs, u"2026-11-23"_qs}});
    QCOMPARE(reader.text(QLatin1StringView("text")), u"a"_qs);
    QCOMPARE(reader.integer(QLatin1StringView("number")), 3);
    QCOMPARE(reader.texts(QLatin1StringView("list")), QStringList({u"x"_qs, u"y"_qs}));
    QVERIFY((reader.streamId(QLatin1StringView("id")) == StreamId{5, 1}));
    QVERIFY(reader.moment(QLatin1StringView("at")) == Moment(std::chrono::seconds(1)));
    QCOMPARE(reader.date(QLatin1StringView("on")), QDate(2026, 11, 23));
    QVERIFY(reader.ok());
}

void TestObjectReader::remembersTheFirstError()
{
    ObjectReader reader({{u"text"_qs, 1}, {u"number"_qs, u"3"_qs}});
    QCOMPARE(reader.text(QLatin1StringView("text")), QString());
    QCOMPARE(reader.integer(QLatin1StringView("number")), 0);
    QVERIFY(!reader.ok());
    QCOMPARE(reader.error().message, u"\"text\" must be a string"_qs);
}

void TestObjectReader::letsOptionalMembersBeAbsent()
{
    using Need = ObjectReader::Need;
    ObjectReader reader({{u"nothing"_qs, QJsonValue()}, {u"wrong"_qs, 1}});
    QCOMPARE(reader.text(QLatin1StringView("nothing"), Need::Optional), QString());
    QCOMPARE(reader.count(QLatin1StringView("absent"), Need::Optional), 0);
    QVERIFY(reader.ok());
    reader.text(QLatin1StringView("wrong"), Need::Optional);
    QVERIFY(!reader.ok());
}

void TestObjectReader::knowsIntegers()
{
    QCOMPARE(integerFrom(QJsonValue(0)), std::optional<qint64>(0));
    QCOMPARE(integerFrom(QJsonValue(1)), std::optional<qint64>(1));
    QCOMPARE(integerFrom(QJsonValue(3.0)), std::optional<qint64>(3));
    QCOMPARE(integerFrom(QJsonValue(qint64(9'007'199'254'740'993))),
             std::optional<qint64>(9'007'199'254'740'993));
    for (const QJsonValue &value :
         {QJsonValue(3.5), QJsonValue(1e300), QJsonValue(u"3"_qs), QJsonValue(true), QJsonValue()})
        QVERIFY(!integerFrom(value));
}

QTEST_APPLESS_MAIN(TestObjectReader)
#include "tst_object_reader.moc"
