// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/close_payload.h"

#include <QtEndian>
#include <QTest>

using namespace pressboard::server;

/// What a close frame may say: RFC 6455, sections 5.5.1 and 7.4.
class TestClosePayload : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void codes_data();
    void codes();
    void reasons();
};

static QByteArray payload(quint16 code, const QByteArray &reason = {})
{
    QByteArray bytes(2, '\0');
    qToBigEndian(code, bytes.data());
    return bytes + reason;
}

void TestClosePayload::codes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("isRight");
    for (const int code : {1000, 1001, 1003, 1007, 1011, 1014, 3000, 4001, 4999})
        QTest::addRow("%d", code) << code << true;
    for (const int code : {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535})
        QTest::addRow("%d", code) << code << false;
}

void TestClosePayload::codes()
{
    QFETCH(int, code);
    QFETCH(bool, isRight);
    const auto fault = faultOfClose(payload(quint16(code)));
    QCOMPARE(!fault, isRight);
    QCOMPARE(int(codeOfClose(payload(quint16(code)))), code);
    QVERIFY(!fault || fault->code == 1002);
}

void TestClosePayload::reasons()
{
    QVERIFY(!faultOfClose({}));
    QCOMPARE(faultOfClose("\x03")->code, 1002);
    QVERIFY(!faultOfClose(payload(1000, "升级")));
    QCOMPARE(faultOfClose(payload(1000, "\xc3\x28"))->code, 1007);
}

QTEST_APPLESS_MAIN(TestClosePayload)
#include "tst_close_payload.moc"
