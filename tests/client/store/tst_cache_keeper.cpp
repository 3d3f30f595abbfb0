// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/cache_keeper.h"
#include "client/store/store.h"
#include "tests/client/store/sample_image.h"
#include "tests/support/manual_clock.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestCacheKeeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void savesWhatChanged();
    void savesNothingBeforeTheFirstSync();
    void savesAtTheEnd();
    void writesToTheNewCacheAfterAChange();

private:
    Cache cache(const QString &name = QStringLiteral("board.cache")) const
    {
        return Cache(m_dir.filePath(name), Cache::keyFor(name, {}));
    }
    QTemporaryDir m_dir;
};

void TestCacheKeeper::savesWhatChanged()
{
    const test::ManualClock clock;
    Store store(clock);
    CacheKeeper keeper(store, cache(), 5ms);
    QSignalSpy saved(&keeper, &CacheKeeper::saved);
    store.restore(test::sampleImage(1000, 1)); // several slices
    QVERIFY(saved.wait());
    QVERIFY(cache().load()->book == store.book());
    const qsizetype before = saved.count();
    store.handle(protocol::EventMessage{QStringLiteral("order_notification"),
                                        {{QStringLiteral("order_id"), 5000}},
                                        {1'795'200'000'000, 0}});
    QTRY_VERIFY(saved.count() > before);
    QVERIFY(cache().load()->book.order(5000));
}

void TestCacheKeeper::savesNothingBeforeTheFirstSync()
{
    const test::ManualClock clock;
    Store store(clock);
    CacheKeeper keeper(store, cache(QStringLiteral("never")));
    keeper.saveNow();
    QVERIFY(!cache(QStringLiteral("never")).load());
}

void TestCacheKeeper::savesAtTheEnd()
{
    const test::ManualClock clock;
    Store store(clock);
    CacheKeeper keeper(store, cache(QStringLiteral("end")));
    store.restore(test::sampleImage(3, 1));
    keeper.saveNow();
    QVERIFY(cache(QStringLiteral("end")).load()->book == store.book());
}

void TestCacheKeeper::writesToTheNewCacheAfterAChange()
{
    const test::ManualClock clock;
    Store store(clock);
    CacheKeeper keeper(store, cache(QStringLiteral("old")));
    store.restore(test::sampleImage(3, 1));
    keeper.setCache(cache(QStringLiteral("new")));
    keeper.saveNow();
    QVERIFY(!cache(QStringLiteral("old")).load());
    QVERIFY(cache(QStringLiteral("new")).load());
}

QTEST_GUILESS_MAIN(TestCacheKeeper)
#include "tst_cache_keeper.moc"
