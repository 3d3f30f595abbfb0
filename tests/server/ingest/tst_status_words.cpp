// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/status_words.h"

#include <QTest>

using pressboard::server::StatusWords;

class TestStatusWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsTheUsualWords();
    void comparesKindly();
    void takesTheShopsOwn();
    void refusesWhatItCannotTake_data();
    void refusesWhatItCannotTake();
};

void TestStatusWords::knowsTheUsualWords()
{
    const StatusWords words;
    const QList<QStringList> known{
        {u"pending"_qs, u"new"_qs, u"waiting"_qs, u"待处理"_qs, u"待开始"_qs},
        {u"processing"_qs, u"in_progress"_qs, u"printing"_qs, u"处理中"_qs, u"进行中"_qs},
        {u"completed"_qs, u"done"_qs, u"finished"_qs, u"已完成"_qs},
        {u"cancelled"_qs, u"canceled"_qs, u"skipped"_qs, u"已取消"_qs, u"已跳过"_qs}};
    for (qsizetype i = 0; i < known.size(); ++i) {
        for (const QString &word : known[i])
            QCOMPARE(words.numberOf(word), std::optional(int(i) + 1));
    }
    // What differs between CRMs is nobody's.
    for (const char *word : {"", "closed", "confirmed", "draft", "on hold", "5", "1", "外发"})
        QCOMPARE(words.numberOf(QString::fromUtf8(word)), std::nullopt);
}

void TestStatusWords::comparesKindly()
{
    const StatusWords words;
    for (const char *word : {"in_progress", "In Progress", "IN-PROGRESS", " in  progress ",
                             "in - progress", "ｉｎ_ｐｒｏｇｒｅｓｓ"})
        QCOMPARE(words.numberOf(QString::fromUtf8(word)), std::optional(2));
}

void TestStatusWords::takesTheShopsOwn()
{
    const auto words = StatusWords::parse({u"外发中=processing"_qs, u"on hold = 1"_qs, u"7=Done"_qs,
                                           u"a=b=取消"_qs, u"new=processing"_qs});
    QVERIFY(words.ok());
    QCOMPARE(words->numberOf(u"外发中"_qs), std::optional(2));
    QCOMPARE(words->numberOf(u"On-Hold"_qs), std::optional(1));
    QCOMPARE(words->numberOf(u"7"_qs), std::optional(3));
    QCOMPARE(words->numberOf(u"a=b"_qs), std::optional(4));
    QCOMPARE(words->numberOf(u"NEW"_qs), std::optional(2)); // the shop's word is the last
    QCOMPARE(words->numberOf(u"pending"_qs), std::optional(1));
}

void TestStatusWords::refusesWhatItCannotTake_data()
{
    QTest::addColumn<QString>("pair");
    for (const char *pair : {"外发中", "外发中=", "外发中=somewhere", "=processing", "外发中=5",
                             "1=processing", "0=pending", "4=completed", "外发中=0"})
        QTest::newRow(pair) << QString::fromUtf8(pair);
}

void TestStatusWords::refusesWhatItCannotTake()
{
    QFETCH(QString, pair);
    const auto words = StatusWords::parse({pair});
    QVERIFY(!words.ok());
    QVERIFY(words.error().message.startsWith(u"status-words: found \"%1\""_qs.arg(pair)));
}

QTEST_APPLESS_MAIN(TestStatusWords)
#include "tst_status_words.moc"
