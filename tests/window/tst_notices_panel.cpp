// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/page.h"
#include "client/controls/page_tabs.h"
#include "client/controls/search_field.h"
#include "client/controls/title_button.h"
#include "client/notices/feed_list.h"
#include "client/notices/feed_row.h"
#include "client/notices/notices_panel.h"
#include "client/notices/turn_strip.h"
#include "client/window/header_bar.h"
#include "client/window/page_area.h"
#include "tests/window/desktop_fixture.h"
#include "tests/window/sample_morning.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

QModelIndex rowWith(const FeedList &list, const QString &words)
{
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        const QModelIndex index = list.model()->index(row, 0);
        if (index.data().toString().contains(words))
            return index;
    }
    return {};
}

FeedRow wordsOf(const QModelIndex &index)
{
    return index.data(FeedRowRole).value<FeedRow>();
}

void click(FeedList &list, const QModelIndex &row)
{
    list.scrollTo(row);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(row).center());
}

/// Pages that would open in the browser.
class UrlCatcher : public QObject
{
    Q_OBJECT
public:
    UrlCatcher() { QDesktopServices::setUrlHandler(u"https"_qs, this, "note"); }
    ~UrlCatcher() override { QDesktopServices::unsetUrlHandler(u"https"_qs); }
    const QList<QUrl> &urls() const { return m_urls; }

public Q_SLOTS:
    void note(const QUrl &url) { m_urls.append(url); }

private:
    QList<QUrl> m_urls;
};

} // namespace

/// What the bell opens, in the real window, after the sample shop's morning.
class TestNoticesPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desktop = std::make_unique<test::DesktopFixture>();
        m_morning = std::make_unique<test::SampleMorning>(m_desktop->store, m_desktop->clock);
        m_morning->tell();
        // As the program does.
        connect(&m_desktop->notifier, &Notifier::unreadChanged, this,
                [this] { m_desktop->showUnread(); });
        m_desktop->showUnread();
        m_desktop->show({1280, 720});
        m_desktop->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desktop->window));
    }

    void theBellOpensAndClosesIt()
    {
        auto *bell = m_desktop->window.findChild<QAbstractButton *>(u"bell"_qs);
        bell->click();
        QVERIFY(panel().isVisible());
        QCOMPARE(panel().view(), SidePanel::View::Notices);
        QVERIFY(panel().noticeList().hasFocus());
        bell->click();
        QVERIFY(!panel().isVisible());
        QVERIFY(m_desktop->window.hasFocus()); // where it was before
    }

    void keysOpenBothLists()
    {
        QTest::keyClick(&m_desktop->window, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(panel().activityList().isVisible());
        QVERIFY(panel().activityList().hasFocus());
        connect(m_desktop->actions.notices, &QAction::triggered, &m_desktop->window,
                &MainWindow::openNotices);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(panel().noticeList().hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!panel().isVisible());
    }

    void standsBesideWhereThereIsRoom()
    {
        Page &page = *m_desktop->window.currentPage();
        m_desktop->window.openNotices();
        QVERIFY(!m_desktop->window.area().isBeside());
        QCOMPARE(page.width(), 1280);
        m_desktop->show({1920, 1080});
        QVERIFY(m_desktop->window.area().isBeside());
        QCOMPARE(page.width(), 1920 - panel().width());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(page.width(), 1920);
    }

    void aClickLeadsToTheOrder()
    {
        m_desktop->window.openNotices();
        click(panel().noticeList(), rowWith(panel().noticeList(), u"样书"_qs));
        QVERIFY(!panel().isVisible()); // it would lie over what it led to
        m_desktop->show({1920, 1080});
        QSignalSpy chosen(&panel(), &SidePanel::orderChosen);
        m_desktop->window.openActivity();
        FeedList &list = panel().activityList();
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::keyClick(&list, Qt::Key_Return);
        QVERIFY(panel().isVisible());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<CrmId>(), 1006);
    }

    void theMenuLeadsToTheCrm()
    {
        m_desktop->window.openActivity();
        FeedList &list = panel().activityList();
        QTest::keyClick(&list, Qt::Key_Down);
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), list.mapToGlobal(QPoint()));
        QApplication::sendEvent(&list, &byKey);
        UrlCatcher crm;
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (QAction *action : menu->actions()) {
            if (action->text() == u"在 CRM 中打开")
                action->trigger();
        }
        menu->close();
        QCOMPARE(crm.urls(), QList<QUrl>{QUrl(u"https://crm.example/orders/1006"_qs)});
    }

    void whatWasSeenIsRead()
    {
        QCOMPARE(m_desktop->notifier.unreadCount(), 4);
        m_desktop->window.openNotices();
        m_desktop->settle();
        QCOMPARE(m_desktop->notifier.unreadCount(), 4); // a glance is not enough
        m_desktop->clock.advance(2s);
        m_desktop->settle();
        QVERIFY(!wordsOf(rowWith(panel().noticeList(), u"19:00"_qs)).isUnread);
        // Important ones want an act.
        QVERIFY(wordsOf(rowWith(panel().noticeList(), u"漏墨"_qs)).isUnread);
        click(panel().noticeList(), rowWith(panel().noticeList(), u"漏墨"_qs));
        QVERIFY(!wordsOf(rowWith(panel().noticeList(), u"漏墨"_qs)).isUnread);
    }

    void allRead()
    {
        m_desktop->window.openNotices();
        QVERIFY(panel().allReadButton().isVisible());
        panel().allReadButton().click();
        QCOMPARE(m_desktop->notifier.unreadCount(), 0);
        QVERIFY(!panel().allReadButton().isVisible());
    }

    void turnsStandAboveTheNotices()
    {
        StationMarks &marks = m_desktop->board.marks();
        connect(&marks, &StationMarks::changed, this, [this] { m_desktop->showUnread(); });
        m_desktop->window.openNotices();
        QVERIFY(!panel().turns().isVisible());
        const int top = panel().noticeList().mapTo(&panel(), QPoint()).y();
        marks.setSteps({u"覆膜"_qs, u"胶包"_qs, u"切成品"_qs, u"打包"_qs, u"折页"_qs});
        marks.restore({}, {});
        m_desktop->settle();
        const auto turns = int(marks.newTurns().size());
        QVERIFY(turns > 0);
        const int named = std::min(turns, TurnStrip::most);
        QCOMPARE(panel().turns().lines().size(), named + (turns > named ? 1 : 0));
        QVERIFY(panel().turns().lines().first().startsWith(u"轮到你："));
        QVERIFY(panel().noticeList().mapTo(&panel(), QPoint()).y() > top);
        QCOMPARE(m_desktop->window.findChild<QAbstractButton *>(u"bell"_qs)->text(),
                 QString::number(4 + turns));
        QCOMPARE(panel().tabs().tabText(0), u"通知 %1"_qs.arg(4 + turns));

        QSignalSpy chosen(&panel(), &SidePanel::orderChosen);
        auto *line = panel().turns().findChild<TitleButton *>();
        QTest::mouseClick(line, Qt::LeftButton);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<CrmId>(), marks.newTurns().first().orderId);

        panel().allReadButton().click();
        QVERIFY(marks.newTurns().isEmpty());
        QVERIFY(!panel().turns().isVisible());
        QCOMPARE(panel().noticeList().mapTo(&panel(), QPoint()).y(), top);
        QVERIFY(!panel().allReadButton().isVisible());
    }

    /// Header, menu and panel never say different numbers.
    void countsAgree()
    {
        m_desktop->window.openNotices();
        const auto agree = [this](const QString &count) {
            m_desktop->settle();
            const QString bell = m_desktop->window.findChild<QAbstractButton *>(u"bell"_qs)->text();
            const QString tab = panel().tabs().tabText(0);
            return bell == count && tab == (u"通知 "_qs + count).trimmed()
                && m_desktop->actions.notices->text()
                == (count.isEmpty() ? u"通知"_qs : u"通知（%1）"_qs.arg(count));
        };
        QVERIFY(agree(u"4"_qs));
        const StreamId id = m_morning->notice("error", u"停电"_qs);
        QVERIFY(agree(u"5"_qs));
        m_morning->event(QString(event_type::notice),
                         {{u"replaces"_qs, id.toString()}, {u"message"_qs, QString()}});
        QVERIFY(agree(u"4"_qs));
        m_desktop->notifier.markAllRead();
        QVERIFY(agree({}));
    }

    void withdrawnIsStruckAtOnce()
    {
        QSignalSpy gone(&m_desktop->notifier, &Notifier::toastWithdrawn);
        const StreamId id = m_morning->notice("error", u"停电"_qs);
        m_desktop->window.openNotices();
        QVERIFY(wordsOf(rowWith(panel().noticeList(), u"停电"_qs)).isUnread);
        m_morning->event(QString(event_type::notice),
                         {{u"replaces"_qs, id.toString()},
                          {u"message"_qs, QString()},
                          {u"sender"_qs, u"王芳"_qs}});
        const FeedRow row = wordsOf(rowWith(panel().noticeList(), u"停电"_qs));
        QVERIFY(row.isStruck && !row.isUnread);
        QCOMPARE(row.note, u"王芳 10:34 撤回"_qs);
        QCOMPARE(gone.count(), 1); // and its toast went
        QCOMPARE(gone.first().first().toString(), id.toString());
    }

    void searchesAndClears()
    {
        m_desktop->window.openNotices();
        QTest::keyClick(&panel().noticeList(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(panel().search().hasFocus());
        QTest::keyClicks(&panel().search(), u"xxx"_qs);
        m_desktop->settle();
        QCOMPARE(panel().noticeList().model()->rowCount(), 0);
        QCOMPARE(panel().noticeList().emptyText(), u"没有找到"_qs);
        QTest::keyClick(&panel().search(), Qt::Key_Escape);
        QCOMPARE(panel().noticeList().model()->rowCount(), 7);
        QVERIFY(panel().isVisible());
        QTest::keyClick(&panel().search(), Qt::Key_Escape);
        QVERIFY(!panel().isVisible());
    }

    void lettersGoToTheBoardsSearch()
    {
        m_desktop->window.openNotices();
        QTest::keyClicks(&panel().noticeList(), u"p"_qs);
        QCOMPARE(m_desktop->window.header().search().text(), u"p"_qs);
    }

    void showsMyStepsOrAll()
    {
        m_desktop->settings.setProfile({u"折页机"_qs, {u"折页"_qs}});
        m_desktop->window.openActivity();
        QVERIFY(panel().mineButton().isVisible() && panel().mineButton().isOn());
        QVERIFY(!rowWith(panel().activityList(), u"锁线 PO"_qs).isValid());
        QVERIFY(rowWith(panel().activityList(), u"已跳过：折页"_qs).isValid());
        panel().mineButton().click();
        QVERIFY(rowWith(panel().activityList(), u"锁线 PO"_qs).isValid());
        m_desktop->settings.setProfile({u"办公室"_qs, {}});
        QVERIFY(!panel().mineButton().isVisible());
    }

    void aCutIsALineAtTheTop()
    {
        m_desktop->window.openActivity();
        m_desktop->clock.advance(1min);
        m_morning->cut();
        m_desktop->settle();
        const FeedRow top = wordsOf(panel().activityList().model()->index(0, 0));
        QCOMPARE(top.text, u"10:35 起断开"_qs);
        QCOMPARE(top.shape, FeedRow::Shape::Line);
        QVERIFY(m_desktop->theme.isStale());
    }

    void speaksTheOtherLanguageAtOnce()
    {
        m_desktop->window.openActivity();
        m_desktop->translations.use(u"en"_qs);
        QApplication::processEvents(); // delivers the change of language
        m_desktop->settle();
        QCOMPARE(panel().tabs().tabText(1), u"Activity"_qs);
        QCOMPARE(panel().tabs().tabText(0), u"Notices 4"_qs);
        QVERIFY(rowWith(panel().activityList(), u"Started: 锁线"_qs).isValid());
        QVERIFY(rowWith(panel().activityList(), u"12 orders imported"_qs).isValid());
        QVERIFY(rowWith(panel().noticeList(), u"Withdrawn by 李娜"_qs).isValid());
        QVERIFY(!rowWith(panel().activityList(), u"已完工"_qs).isValid());
    }

    void saysHonestlyThatThereIsNothing()
    {
        test::DesktopFixture empty;
        empty.show({1280, 720});
        empty.window.openNotices();
        empty.settle();
        QVERIFY(!empty.pages.notices().noticeList().emptyText().isEmpty());
        QVERIFY(empty.pages.notices().noticeList().emptyText() != u"近7天没有通知"_qs); // who knows
        empty.fillWithSample();
        empty.setState(ConnectionState::Live);
        empty.settle();
        QCOMPARE(empty.pages.notices().noticeList().emptyText(), u"近7天没有通知"_qs);
    }

private:
    NoticesPanel &panel() const { return m_desktop->pages.notices(); }

    std::unique_ptr<test::DesktopFixture> m_desktop;
    std::unique_ptr<test::SampleMorning> m_morning;
};

QTEST_MAIN(TestNoticesPanel)
#include "tst_notices_panel.moc"
