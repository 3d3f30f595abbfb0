// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/notice_sender.h"
#include "tests/client/connection/lone_connection.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

/// What was sent, with its real connection, whose server is the test.
class TestNoticeSender : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhoseItIs();
};

void TestNoticeSender::tellsWhoseItIs()
{
    test::LoneConnection desk;
    NoticeSender sender(desk.connection, desk.store);
    desk.start();
    auto greeting = desk.greeting();
    greeting.user = u"wang"_qs;
    greeting.display = u"王芳"_qs;
    desk.socket().receive(greeting);
    desk.sync();
    const auto row = [](quint64 ms, const QString &from) {
        protocol::Sent::Row sent;
        sent.id = {ms, 0};
        sent.data = {{u"message"_qs, u"停机"_qs}, {u"sender"_qs, from}};
        return sent;
    };
    const QSignalSpy changed(&sender, &NoticeSender::sentChanged);
    desk.socket().receive(protocol::Sent{{row(2, u"赵军"_qs), row(1, u"王芳"_qs)}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(sender.sent().size(), 2);
    QCOMPARE(sender.sent().first().sender, QString()); // the one who looks
    QCOMPARE(sender.sent().last().sender, u"赵军"_qs);
}

QTEST_GUILESS_MAIN(TestNoticeSender)
#include "tst_notice_sender.moc"
