// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/token.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace pressboard::server;

class TestToken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void looksLikeOne();
    void neverTheSame();
    void hashes();
    void compares();
};

void TestToken::looksLikeOne()
{
    static const QRegularExpression shape(QStringLiteral("^pb_[A-Za-z0-9_-]{32}$"));
    for (int i = 0; i < 100; ++i)
        QVERIFY(shape.match(newToken()).hasMatch());
}

void TestToken::neverTheSame()
{
    QSet<QString> tokens;
    for (int i = 0; i < 1000; ++i)
        tokens.insert(newToken());
    QCOMPARE(tokens.size(), 1000);
}

void TestToken::hashes()
{
    QCOMPARE(tokenHash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

void TestToken::compares()
{
    QVERIFY(sameHash("abc", "abc"));
    QVERIFY(sameHash("", ""));
    QVERIFY(!sameHash("abc", "abd"));
    QVERIFY(!sameHash("xbc", "abc"));
    QVERIFY(!sameHash("abc", "ab"));
    QVERIFY(!sameHash(QByteArray("a\xff"), "a\x7f"));
}

QTEST_APPLESS_MAIN(TestToken)
#include "tst_token.moc"
