// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/fernet.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace pressboard::server;

namespace {

constexpr auto url = QByteArray::Base64UrlEncoding;

// The example of github.com/fernet/spec, generate.json.
const QByteArray exampleKey =
    QByteArray::fromBase64("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=", url);
const QByteArray example =
    "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJ"
    "obwOz7JcbmrR64jVmpU4IwqDA==";

/// What the example's bytes are changed to, signed anew.
QByteArray forged(QByteArray unsignedBytes)
{
    unsignedBytes += QMessageAuthenticationCode::hash(unsignedBytes, exampleKey.first(16),
                                                      QCryptographicHash::Sha256);
    return unsignedBytes.toBase64(url);
}

QByteArray withoutSignature()
{
    return QByteArray::fromBase64(example, url).chopped(32);
}

} // namespace

class TestFernet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensTheExampleOfItsSpecification();
    void refusesEveryChange();
    void refusesEveryTruncation();
    void refusesWhatIsSignedAndMakesNoSense_data();
    void refusesWhatIsSignedAndMakesNoSense();
    void refusesAnotherKey();
};

void TestFernet::opensTheExampleOfItsSpecification()
{
    QCOMPARE(Fernet(exampleKey).opened(example), QByteArray("hello"));
    QCOMPARE(Fernet(exampleKey).opened(forged(withoutSignature())), QByteArray("hello"));
}

void TestFernet::refusesEveryChange()
{
    const QByteArray bytes = QByteArray::fromBase64(example, url);
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        QByteArray changed = bytes;
        changed[bit / 8] = char(changed[bit / 8] ^ (1 << bit % 8));
        QVERIFY2(!Fernet(exampleKey).opened(changed.toBase64(url)),
                 qPrintable(QString::number(bit)));
    }
}

void TestFernet::refusesEveryTruncation()
{
    for (qsizetype size = 0; size < example.size() - 2; ++size) // without = it is whole
        QVERIFY2(!Fernet(exampleKey).opened(example.first(size)),
                 qPrintable(QString::number(size)));
    for (qsizetype size = 0; size < withoutSignature().size(); ++size)
        QVERIFY2(!Fernet(exampleKey).opened(forged(withoutSignature().first(size))),
                 qPrintable(QString::number(size)));
}

void TestFernet::refusesWhatIsSignedAndMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("token");
    const QByteArray whole = withoutSignature();
    QTest::newRow("no base64") << QByteArray("gAAAAA%%") + example;
    QTest::newRow("of another version") << forged('\x81' + whole.sliced(1));
    QTest::newRow("another start, which spoils the padding")
        << forged(whole.first(9) + QByteArray(16, '\x55') + whole.sliced(25));
    QTest::newRow("half a block") << forged(whole + QByteArray(8, 'x'));
    QTest::newRow("nothing encrypted") << forged(whole.first(25));
}

void TestFernet::refusesWhatIsSignedAndMakesNoSense()
{
    QFETCH(QByteArray, token);
    QVERIFY(!Fernet(exampleKey).opened(token));
}

void TestFernet::refusesAnotherKey()
{
    QVERIFY(!Fernet::ofSecret("another").opened(example));
}

QTEST_APPLESS_MAIN(TestFernet)
#include "tst_fernet.moc"
