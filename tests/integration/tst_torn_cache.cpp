// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/header_bar.h"
#include "tests/integration/desktop.h"
#include "tests/integration/shown_board.h"

#include <QFile>
#include <QTest>

using namespace pressboard::test;

/// A power cut left half a cache: the program starts all the same, with an empty board that says
/// so, and not with half of one.
class TornCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theWholeOneIsPainted();
    void aTornOneIsNot_data();
    void aTornOneIsNot();
    void theServerMakesUpForIt();
    void cleanup() { m_desktop.close(); }

private:
    void write(const QByteArray &bytes);
    void startUntilThereIsNoServer();

    ServerProcess m_server;
    Desktop m_desktop;
    QStringList m_nothing; ///< what a desktop shows that knows nothing
    QStringList m_board;
    QString m_file;
    QByteArray m_whole;
};

void TornCache::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY(m_server.waitUntilReady());
    for (int id = 1; id <= 3; ++id) {
        const QString order = u"{\"order_id\":%1,\"order_no\":\"PO%1\",\"status\":2,"
                              "\"delivery_date\":\"2026-01-05\"}"_qs.arg(id);
        QCOMPARE(m_server.ctl({u"publish"_qs, u"order_notification"_qs, order}).exitCode, 0);
    }
    QVERIFY(m_desktop.start(m_server));
    m_nothing = shownOn(m_desktop.board());
    QTRY_COMPARE(m_desktop.window().header().stateText(), u"已连接"_qs);
    QTRY_VERIFY(shownOn(m_desktop.board()).join(u' ').contains(u"PO3"));
    m_board = shownOn(m_desktop.board());
    m_desktop.close();
    m_file = m_desktop.cacheFile();
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_whole = file.readAll();
    QCOMPARE(m_server.terminate(), 0);
}

void TornCache::write(const QByteArray &bytes)
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TornCache::startUntilThereIsNoServer()
{
    QVERIFY(m_desktop.start(m_server));
    QTRY_VERIFY(m_desktop.window().header().stateText().contains(u"看板服务没有启动"));
}

void TornCache::theWholeOneIsPainted()
{
    startUntilThereIsNoServer();
    QCOMPARE(shownOn(m_desktop.board()), m_board);
}

void TornCache::aTornOneIsNot_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const qsizetype size = m_whole.size();
    for (const qsizetype length : {qsizetype(0), qsizetype(1), size / 2, size - 1})
        QTest::addRow("cut after %d", int(length)) << m_whole.first(length);
    QByteArray flipped = m_whole;
    flipped[size / 2] = char(flipped[size / 2] ^ 1);
    QTest::newRow("one bit flipped") << flipped;
    QTest::newRow("zeros, as after a power cut") << QByteArray(size, '\0');
}

void TornCache::aTornOneIsNot()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    startUntilThereIsNoServer();
    QCOMPARE(shownOn(m_desktop.board()), m_nothing);
    QVERIFY(!m_desktop.window().header().stateText().contains(u"数据截至"));
}

void TornCache::theServerMakesUpForIt()
{
    write(m_whole.first(m_whole.size() / 2));
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY(m_desktop.open(m_server));
    QTRY_COMPARE(shownOn(m_desktop.board()), m_board);
}

QTEST_MAIN(TornCache)
#include "tst_torn_cache.moc"
