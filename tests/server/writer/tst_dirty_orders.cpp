// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/dirty_orders.h"
#include "tests/server/log/events.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

class TestDelta : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void collectsWhatWasTouched();
    void keepsWhatCameAfterTheCheckpoint();
    void keepsDeletedOrdersUntilTheyAreWritten();
    void ignoresACheckpointOlderThanItself();
    void needsAWholeBookWithoutOne();

private:
    void put(const Event &event) { m_dirty.note(event, apply(m_book, event)); }
    QList<CrmId> orders() const
    {
        auto ids = m_dirty.orders();
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    Book m_book;
    DirtyOrders m_dirty;
};

void TestDelta::init()
{
    m_book = Book();
    m_dirty = DirtyOrders();
    m_dirty.restart({}, true);
}

void TestDelta::collectsWhatWasTouched()
{
    put(orderEvent({1, 0}, 7, 1));
    put(stepEvent({2, 0}, 8, 81, 1)); // makes a stub
    put(stepEvent({3, 0}, 9, 81, 1)); // moves the step: both orders changed
    put(noticeEvent({4, 0}, QStringLiteral("hi")));
    QCOMPARE(orders(), QList<CrmId>({7, 8, 9}));
}

void TestDelta::keepsWhatCameAfterTheCheckpoint()
{
    put(orderEvent({1, 0}, 7, 1));
    put(orderEvent({2, 0}, 8, 1));
    put(orderEvent({3, 0}, 7, 2));
    m_dirty.settle({2, 0});
    QCOMPARE(orders(), QList<CrmId>({7}));
    QCOMPARE(m_dirty.base(), std::optional(StreamId{2, 0}));
}

void TestDelta::keepsDeletedOrdersUntilTheyAreWritten()
{
    put(orderEvent({1, 0}, 7, 1));
    m_dirty.settle({1, 0});
    put(deletion({2, 0}, 7));
    QCOMPARE(orders(), QList<CrmId>({7}));
    m_dirty.settle({2, 0});
    QVERIFY(orders().isEmpty());
}

void TestDelta::ignoresACheckpointOlderThanItself()
{
    m_dirty.restart({5, 0}, true);
    put(orderEvent({6, 0}, 7, 1));
    m_dirty.settle({4, 0});
    QCOMPARE(m_dirty.base(), std::optional(StreamId{5, 0}));
    m_dirty.needWhole();
    m_dirty.settle({4, 0});
    QVERIFY(!m_dirty.base());
}

void TestDelta::needsAWholeBookWithoutOne()
{
    m_dirty.restart({}, false);
    put(orderEvent({1, 0}, 7, 1));
    QVERIFY(!m_dirty.base());
    m_dirty.settle({1, 0}); // somebody wrote one
    QCOMPARE(m_dirty.base(), std::optional(StreamId{1, 0}));
}

QTEST_APPLESS_MAIN(TestDelta)
#include "tst_dirty_orders.moc"
