// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/list_views.h"
#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/board/row_list.h"
#include "client/controls/badge.h"
#include "client/controls/title_button.h"
#include "client/orders/due_badge.h"
#include "tests/window/desktop_fixture.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

/// Rows that come and go under a reader's eyes, and a list that is looked at otherwise.
class TestRowList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desktop = std::make_unique<test::DesktopFixture>();
        m_desktop->fillWithSample();
        m_desktop->setState(ConnectionState::Live);
        m_desktop->show({1280, 720});
        m_rows = &m_desktop->pages.board().panels().running().rows();
    }

    void theUppermostRowStays()
    {
        m_rows->verticalScrollBar()->setValue(4);
        const CrmId upper = orderAt(4);
        change(m_desktop->board.running().row(20), u"2026-11-01"_qs); // moves to the very top
        QCOMPARE(m_rows->verticalScrollBar()->value(), 5);
        QCOMPARE(upperOrder(), upper);
        change(m_desktop->board.running().row(0), u"2027-01-01"_qs); // and to the end
        QCOMPARE(m_rows->verticalScrollBar()->value(), 4);
        QCOMPARE(upperOrder(), upper);
    }

    void whoNeverScrolledSeesWhatIsFirst()
    {
        const CrmId urgent = m_desktop->board.running().row(20).orderId;
        change(m_desktop->board.running().row(20), u"2026-11-01"_qs);
        QCOMPARE(m_rows->verticalScrollBar()->value(), 0);
        QCOMPARE(upperOrder(), urgent);
    }

    void theSelectionStays()
    {
        const CrmId chosen = orderAt(3);
        QVERIFY(m_rows->selectOrder(chosen));
        change(m_desktop->board.running().row(20), u"2026-11-01"_qs);
        QCOMPARE(m_rows->currentOrder(), chosen);
        // Read anew: sorted otherwise, or searched.
        m_desktop->board.setView(m_desktop->board.running(), {{}, {RowSort::By::Customer, false}});
        QCOMPARE(m_rows->currentOrder(), chosen);
        m_desktop->board.setSearch(QString::number(chosen.number() % 1000));
        QCOMPARE(m_rows->currentOrder(), chosen);
    }

    void nothingIsSelectedInstead()
    {
        const BoardRow chosen = m_desktop->board.running().row(3);
        QVERIFY(m_rows->selectOrder(chosen.orderId));
        finish(chosen);
        QVERIFY(m_rows->currentOrder().isNull());
    }

    void severalAreSelectedAndCopied()
    {
        QVERIFY(m_rows->selectOrder(orderAt(1)));
        for (const int row : {3, 4})
            m_rows->selectionModel()->select(m_rows->model()->index(row, 0),
                                             QItemSelectionModel::Select);
        const QList<CrmId> chosen = m_rows->selectedOrders();
        QCOMPARE(chosen.size(), 3);
        change(m_desktop->board.running().row(20), u"2026-11-01"_qs); // above them
        QCOMPARE(m_rows->selectedOrders(), chosen);
        m_desktop->board.setView(m_desktop->board.running(), {{}, {RowSort::By::Customer, false}});
        QList<CrmId> found = m_rows->selectedOrders();
        QCOMPARE(QSet<CrmId>(found.begin(), found.end()),
                 QSet<CrmId>(chosen.begin(), chosen.end()));
        QTest::keyClick(m_rows, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 2);
        QVERIFY(!QApplication::clipboard()->text().contains(u"卡在"));
        finish(m_desktop->board.running().row(m_rows->currentIndex().row()));
        QCOMPARE(m_rows->selectedOrders().size(), 2); // the others stay
    }

    void aChangedRowShowsTheBlueEdge()
    {
        const QColor blue = m_desktop->theme.tokens().blue;
        QVERIFY(edgeOf(0) != blue);
        change(m_desktop->board.running().row(0), u"2026-11-20"_qs);
        QCOMPARE(edgeOf(0), blue);
        m_desktop->clock.advance(BoardListModel::edgeTime);
        m_desktop->board.tick();
        m_desktop->settle();
        QVERIFY(edgeOf(0) != blue);
    }

    void dueBadgesStandClearOfTheNumber()
    {
        BoardRow late;
        late.due = DueTier::Overdue;
        late.dueDays = -2;
        Theme &theme = m_desktop->theme;
        for (const int percent : {80, 90, 100, 150, 200, 250}) {
            theme.setTextScale(percent);
            for (int kind = 0; kind <= int(ListKind::Urgent); ++kind) {
                const auto places =
                    ColumnTable(ListKind(kind)).places(QRect(0, 0, 3000, 40), theme);
                const int clear = places.at(1).box.left() - places.at(0).box.left()
                    - dueBadge(late).width(theme, 13);
                QVERIFY2(clear >= theme.px(5),
                         qPrintable(u"%1 px at %2 %"_qs.arg(clear).arg(percent)));
            }
        }
    }

    void aColumnsNameSorts()
    {
        PanelTitle &title = m_desktop->pages.board().panels().running().title();
        const auto places =
            ColumnTable(ListKind::Running)
                .places(QRect(0, 0, title.width(), title.height()), m_desktop->theme);
        const QPoint elapsed = places.at(4).box.center();
        const BoardRow usual = m_desktop->board.running().row(0);
        QTest::mouseClick(&title, Qt::LeftButton, {}, elapsed);
        QCOMPARE(title.view().sort, (RowSort{RowSort::By::Since, false}));
        QVERIFY(m_desktop->board.running().row(0).elapsed
                > m_desktop->board.running().row(1).elapsed);
        QTest::mouseClick(&title, Qt::LeftButton, {}, elapsed);
        QVERIFY(m_desktop->board.running().row(0).elapsed
                < m_desktop->board.running().row(1).elapsed);
        QTest::mouseClick(&title, Qt::LeftButton, {}, elapsed);
        QCOMPARE(m_desktop->board.running().row(0), usual);
    }

    void myStepsHaveAName()
    {
        m_desktop->board.setMySteps({u"折页"_qs});
        m_desktop->pages.board().panels().views().setMySteps({u"折页"_qs});
        m_desktop->settle();
        PanelTitle &title = m_desktop->pages.board().panels().running().title();
        QCOMPARE(title.filterButton().text(), u"我的工序"_qs);
        QTest::mouseClick(&title.allButton(), Qt::LeftButton);
        QVERIFY(!m_desktop->board.running().view().filter.isOn());
        QVERIFY(title.filterButton().text().isEmpty());
    }

private:
    void happen(const QString &type, const QJsonObject &data)
    {
        const StreamId id{m_desktop->store.book().position.ms + 1, 0};
        m_desktop->store.handle(protocol::EventMessage{type, data, id, false});
        m_desktop->settle();
    }
    void change(const BoardRow &row, const QString &due)
    {
        happen(u"order_notification"_qs,
               {{u"order_id"_qs, row.orderId.toJson()}, {u"delivery_date"_qs, due}});
    }
    void finish(const BoardRow &row)
    {
        happen(u"progress_notification"_qs,
               {{u"order_id"_qs, row.orderId.toJson()},
                {u"progress_id"_qs, row.progressId.toJson()},
                {u"status"_qs, 3}});
    }
    CrmId orderAt(int row) const { return m_desktop->board.running().row(row).orderId; }
    CrmId upperOrder() const { return orderAt(m_rows->indexAt({5, 5}).row()); }
    QColor edgeOf(int row) const
    {
        const QRect place = m_rows->visualRect(m_rows->model()->index(row, 0));
        return m_rows->viewport()->grab().toImage().pixelColor(1, place.center().y());
    }

    std::unique_ptr<test::DesktopFixture> m_desktop;
    RowList *m_rows = nullptr;
};

QTEST_MAIN(TestRowList)
#include "tst_row_list.moc"
