// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

/// A group_send() → an Event for the right people.
class TestChannelReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatDjangoSends();
    void findsTheAudience_data();
    void findsTheAudience();
    void refusesWhatNamesNoGroup_data();
    void refusesWhatNamesNoGroup();
    void refusesWhatTheLogWould();
    void readsPublished();

private:
    ChannelReader m_reader{QTimeZone("Asia/Shanghai"),
                           {{QStringLiteral("crm_press"), QStringLiteral("dept_3")},
                            {QStringLiteral("board"), QStringLiteral("*")}}};
};

static QByteArray bytesOf(const QJsonObject &message)
{
    return QByteArray(ChannelMessage::randomBytes, 'r')
        + QJsonDocument(message).toJson(QJsonDocument::Compact);
}

static QJsonObject orderFor(const QJsonValue &channels)
{
    return {{QStringLiteral("type"), QStringLiteral("order.notification")},
            {QStringLiteral("data"),
             QJsonObject{{QStringLiteral("order_id"), QStringLiteral("7")},
                         {QStringLiteral("delivery_date"), QStringLiteral("2026/12/05")}}},
            {QStringLiteral("__asgi_channel__"), channels}};
}

void TestChannelReader::readsWhatDjangoSends()
{
    const auto event = m_reader.read(
        bytesOf(orderFor(QJsonArray{QStringLiteral("pressboard.data!notifications")})),
        WireForm::SortedSet);
    QVERIFY2(event.ok(), event ? "" : qPrintable(event.error().message));
    QCOMPARE(event->type, QStringLiteral("order_notification"));
    QCOMPARE(event->data,
             (QJsonObject{{QStringLiteral("order_id"), 7},
                          {QStringLiteral("delivery_date"), QStringLiteral("2026-12-05")}}));
    QVERIFY(event->groups.isEveryone());
    QCOMPARE(event->source, QStringLiteral("channels"));
}

void TestChannelReader::findsTheAudience_data()
{
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<QStringList>("audience");
    const auto texts = [](const char *names) {
        return QString::fromLatin1(names).split(u' ', Qt::SkipEmptyParts);
    };
    QTest::newRow("everyone") << texts("notifications") << texts("");
    QTest::newRow("the same name") << texts("dept_2") << texts("dept_2");
    QTest::newRow("renamed") << texts("crm_press") << texts("dept_3");
    QTest::newRow("renamed to everyone") << texts("board") << texts("");
    QTest::newRow("two") << texts("crm_press role_admin") << texts("dept_3 role_admin");
    QTest::newRow("one is everyone") << texts("crm_press notifications") << texts("");
}

void TestChannelReader::findsTheAudience()
{
    QFETCH(QStringList, groups);
    QFETCH(QStringList, audience);
    QJsonArray channels;
    for (const QString &group : groups)
        channels.append(QStringLiteral("pressboard.data!") + group);
    const auto event = m_reader.read(bytesOf(orderFor(channels)), WireForm::SortedSet);
    QVERIFY(event.ok());
    QCOMPARE(event->groups, Audience(audience));
}

void TestChannelReader::refusesWhatNamesNoGroup_data()
{
    QTest::addColumn<QJsonValue>("channels");
    QTest::newRow("no channels") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("an empty list") << QJsonValue(QJsonArray());
    QTest::newRow("no local part") << QJsonValue(QStringLiteral("pressboard.data"));
    QTest::newRow("an empty one") << QJsonValue(QStringLiteral("pressboard.data!"));
    QTest::newRow("a number") << QJsonValue(QJsonArray{5});
}

/// To nobody in particular is not to everyone.
void TestChannelReader::refusesWhatNamesNoGroup()
{
    QFETCH(QJsonValue, channels);
    const auto event = m_reader.read(bytesOf(orderFor(channels)), WireForm::SortedSet);
    QVERIFY(!event);
    QVERIFY2(event.error().message.contains(QStringLiteral("names no group")),
             qPrintable(event.error().message));
}

void TestChannelReader::refusesWhatTheLogWould()
{
    QJsonObject message = orderFor(QStringLiteral("a!notifications"));
    message.insert(QStringLiteral("data"), QJsonObject{{QStringLiteral("order_id"), 1.5}});
    const auto event = m_reader.read(bytesOf(message), WireForm::SortedSet);
    QVERIFY(!event);
    QVERIFY2(event.error().message.contains(QStringLiteral("order_id")),
             qPrintable(event.error().message));
}

void TestChannelReader::readsPublished()
{
    const auto event =
        m_reader.read(R"({"type":"x.y","data":{"n":1}})", QStringLiteral("crm_press"));
    QVERIFY2(event.ok(), event ? "" : qPrintable(event.error().message));
    QCOMPARE(event->type, QStringLiteral("x_y"));
    QCOMPARE(event->groups, Audience({QStringLiteral("dept_3")}));
}

QTEST_APPLESS_MAIN(TestChannelReader)
#include "tst_channel_reader.moc"
