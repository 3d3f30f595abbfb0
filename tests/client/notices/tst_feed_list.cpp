// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/station_marks.h"
#include "client/notices/activity_feed.h"
#include "client/notices/feed_list.h"
#include "client/notices/new_rows_chip.h"
#include "client/orders/order_actions.h"
#include "client/store/store.h"
#include "client/theme/theme.h"
#include "tests/support/manual_clock.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

/// A list that rows come into while somebody reads it.
class TestFeedList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void followsAtItsTop();
    void staysWhereSomebodyReads();
    void staysWhenOldRowsFallOut();
    void theChipLeadsToTheNewest();
    void longTextsAreNotCut();
    void theFirstArrowChoosesTheFirstRow();
    void aChosenRowThatGoesLeavesNoneChosen();

private:
    void add(int count, const QString &text = {});
    QString uppermost() const;
    void layOut() { QCoreApplication::processEvents(); }

    test::ManualClock m_clock;
    Theme m_theme;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<ActivityList> m_activity;
    std::unique_ptr<ActivityFeed> m_feed;
    std::unique_ptr<StationMarks> m_marks;
    std::unique_ptr<OrderActions> m_actions;
    std::unique_ptr<FeedList> m_list;
    int m_added = 0;
};

void TestFeedList::init()
{
    m_list.reset();
    m_feed.reset();
    m_added = 0;
    m_store = std::make_unique<Store>(m_clock);
    m_activity = std::make_unique<ActivityList>();
    m_feed = std::make_unique<ActivityFeed>(*m_store, *m_activity);
    m_marks = std::make_unique<StationMarks>(*m_store);
    m_actions = std::make_unique<OrderActions>(*m_store, *m_marks);
    m_list = std::make_unique<FeedList>(m_theme, *m_feed, *m_actions);
    m_list->resize(360, 400);
    add(100);
    m_list->show();
    layOut();
}

void TestFeedList::add(int count, const QString &text)
{
    for (int i = 0; i < count; ++i) {
        Toast toast;
        toast.title = QString::number(++m_added);
        toast.text = text;
        m_activity->add({{toast, false}}, m_clock.now(), {});
    }
}

QString TestFeedList::uppermost() const
{
    return m_list->indexAt(QPoint(10, 40)).data(FeedRowRole).value<FeedRow>().title;
}

void TestFeedList::followsAtItsTop()
{
    QCOMPARE(uppermost(), u"100"_qs);
    add(3);
    layOut();
    QCOMPARE(uppermost(), u"103"_qs);
    QVERIFY(!m_list->chip().isVisible());
}

void TestFeedList::staysWhereSomebodyReads()
{
    m_list->verticalScrollBar()->setValue(777);
    const QString read = uppermost();
    const QModelIndex row = m_list->indexAt(QPoint(10, 40));
    const int top = m_list->visualRect(row).top();
    add(2);
    add(1,
        u"一条很长的话，长得一行放不下，于是下面的行都要再往下移一些才行，而读的人不应该发觉"_qs);
    layOut();
    QCOMPARE(uppermost(), read);
    QCOMPARE(m_list->visualRect(m_list->indexAt(QPoint(10, 40))).top(), top);
    QVERIFY(m_list->chip().isVisible());
    QCOMPARE(m_list->chip().count(), 3);
    add(4);
    layOut();
    QCOMPARE(uppermost(), read);
    QCOMPARE(m_list->chip().count(), 7);
    m_list->verticalScrollBar()->setValue(0);
    QVERIFY(!m_list->chip().isVisible());
}

void TestFeedList::staysWhenOldRowsFallOut()
{
    add(ActivityList::most - 100);
    layOut();
    m_list->verticalScrollBar()->setValue(2000);
    const QString read = uppermost();
    add(20);
    layOut();
    QCOMPARE(m_feed->rowCount(), ActivityList::most);
    QCOMPARE(uppermost(), read);
}

void TestFeedList::theChipLeadsToTheNewest()
{
    m_list->verticalScrollBar()->setValue(500);
    add(2);
    layOut();
    m_list->chip().click();
    QCOMPARE(uppermost(), u"102"_qs);
    QVERIFY(!m_list->chip().isVisible());
}

void TestFeedList::longTextsAreNotCut()
{
    const int one = m_list->visualRect(m_feed->index(1, 0)).height();
    add(1, QString(400, u'长'));
    add(1);
    layOut();
    QVERIFY(m_list->visualRect(m_feed->index(1, 0)).height() > one + 10 * 18);
    m_theme.setTextScale(200);
    layOut();
    QVERIFY(m_list->visualRect(m_feed->index(2, 0)).height() > one);
    m_theme.setTextScale(100);
}

void TestFeedList::theFirstArrowChoosesTheFirstRow()
{
    const QSignalSpy chosen(m_list.get(), &FeedList::chosen);
    m_list->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
    m_list->setFocus();
    QTest::keyClick(m_list.get(), Qt::Key_Down);
    QTest::keyClick(m_list.get(), Qt::Key_Return);
    QTest::keyClick(m_list.get(), Qt::Key_Down);
    QTest::keyClick(m_list.get(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen.at(0).at(0).toModelIndex().row(), 0);
    QCOMPARE(chosen.at(1).at(0).toModelIndex().row(), 1);
}

void TestFeedList::aChosenRowThatGoesLeavesNoneChosen()
{
    m_list->setCurrentIndex(m_feed->index(3, 0));
    add(1); // comes in above: what was chosen stays so
    QCOMPARE(m_list->currentIndex().data(FeedRowRole).value<FeedRow>().title, u"97"_qs);
    m_feed->setSearch(u"42"_qs);
    QCOMPARE(m_feed->rowCount(), 1);
    QVERIFY(!m_list->selectionModel()->hasSelection());
}

QTEST_MAIN(TestFeedList)
#include "tst_feed_list.moc"
