// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/page.h"
#include "client/controls/page_tabs.h"
#include "client/controls/search_field.h"
#include "client/controls/title_button.h"
#include "client/notices/feed_list.h"
#include "client/notices/feed_row.h"
#include "client/notices/notices_drawer.h"
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
class TestDrawer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::DesktopFixture>();
        m_morning = std::make_unique<test::SampleMorning>(m_desk->store, m_desk->clock);
        m_morning->tell();
        // As the program does.
        connect(&m_desk->notifier, &Notifier::unreadChanged, this,
                [this] { m_desk->showUnread(); });
        m_desk->showUnread();
        m_desk->show({1280, 720});
        m_desk->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desk->window));
    }

    void theBellOpensAndClosesIt()
    {
        auto *bell = m_desk->window.findChild<QAbstractButton *>(u"bell"_qs);
        bell->click();
        QVERIFY(drawer().isVisible());
        QCOMPARE(drawer().view(), SidePanel::View::Notices);
        QVERIFY(drawer().notices().hasFocus());
        bell->click();
        QVERIFY(!drawer().isVisible());
        QVERIFY(m_desk->window.hasFocus()); // where it was before
    }

    void keysOpenBothLists()
    {
        QTest::keyClick(&m_desk->window, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(drawer().activity().isVisible());
        QVERIFY(drawer().activity().hasFocus());
        connect(m_desk->actions.notices, &QAction::triggered, &m_desk->window,
                &MainWindow::openNotices);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(drawer().notices().hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!drawer().isVisible());
    }

    void standsBesideWhereThereIsRoom()
    {
        Page &page = *m_desk->window.currentPage();
        m_desk->window.openNotices();
        QVERIFY(!m_desk->window.area().isBeside());
        QCOMPARE(page.width(), 1280);
        m_desk->show({1920, 1080});
        QVERIFY(m_desk->window.area().isBeside());
        QCOMPARE(page.width(), 1920 - drawer().width());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(page.width(), 1920);
    }

    void aClickLeadsToTheOrder()
    {
        m_desk->window.openNotices();
        click(drawer().notices(), rowWith(drawer().notices(), u"样书"_qs));
        QVERIFY(!drawer().isVisible()); // it would lie over what it led to
        m_desk->show({1920, 1080});
        QSignalSpy chosen(&drawer(), &SidePanel::orderChosen);
        m_desk->window.openActivity();
        FeedList &list = drawer().activity();
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::keyClick(&list, Qt::Key_Return);
        QVERIFY(drawer().isVisible());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toLongLong(), 1006);
    }

    void theMenuLeadsToTheCrm()
    {
        m_desk->window.openActivity();
        FeedList &list = drawer().activity();
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
        QCOMPARE(m_desk->notifier.unreadCount(), 4);
        m_desk->window.openNotices();
        m_desk->settle();
        QCOMPARE(m_desk->notifier.unreadCount(), 4); // a glance is not enough
        m_desk->clock.advance(2s);
        m_desk->settle();
        QVERIFY(!wordsOf(rowWith(drawer().notices(), u"19:00"_qs)).isUnread);
        // Important ones want an act.
        QVERIFY(wordsOf(rowWith(drawer().notices(), u"漏墨"_qs)).isUnread);
        click(drawer().notices(), rowWith(drawer().notices(), u"漏墨"_qs));
        QVERIFY(!wordsOf(rowWith(drawer().notices(), u"漏墨"_qs)).isUnread);
    }

    void allRead()
    {
        m_desk->window.openNotices();
        QVERIFY(drawer().allReadButton().isVisible());
        drawer().allReadButton().click();
        QCOMPARE(m_desk->notifier.unreadCount(), 0);
        QVERIFY(!drawer().allReadButton().isVisible());
    }

    /// Header, menu and drawer never say different numbers.
    void countsAgree()
    {
        m_desk->window.openNotices();
        const auto agree = [this](const QString &count) {
            m_desk->settle();
            const QString bell = m_desk->window.findChild<QAbstractButton *>(u"bell"_qs)->text();
            const QString tab = drawer().tabs().tabText(0);
            return bell == count && tab == (u"通知 "_qs + count).trimmed()
                && m_desk->actions.notices->text()
                == (count.isEmpty() ? u"通知"_qs : u"通知（%1）"_qs.arg(count));
        };
        QVERIFY(agree(u"4"_qs));
        const StreamId id = m_morning->notice("error", u"停电"_qs);
        QVERIFY(agree(u"5"_qs));
        m_morning->event(QString(event_type::notice),
                         {{u"replaces"_qs, id.toString()}, {u"message"_qs, QString()}});
        QVERIFY(agree(u"4"_qs));
        m_desk->notifier.markAllRead();
        QVERIFY(agree({}));
    }

    void withdrawnIsStruckAtOnce()
    {
        QSignalSpy gone(&m_desk->notifier, &Notifier::toastWithdrawn);
        const StreamId id = m_morning->notice("error", u"停电"_qs);
        m_desk->window.openNotices();
        QVERIFY(wordsOf(rowWith(drawer().notices(), u"停电"_qs)).isUnread);
        m_morning->event(QString(event_type::notice),
                         {{u"replaces"_qs, id.toString()},
                          {u"message"_qs, QString()},
                          {u"sender"_qs, u"王芳"_qs}});
        const FeedRow row = wordsOf(rowWith(drawer().notices(), u"停电"_qs));
        QVERIFY(row.isStruck && !row.isUnread);
        QCOMPARE(row.note, u"王芳 10:34 撤回"_qs);
        QCOMPARE(gone.count(), 1); // and its toast went
        QCOMPARE(gone.first().first().toString(), id.toString());
    }

    void searchesAndClears()
    {
        m_desk->window.openNotices();
        QTest::keyClick(&drawer().notices(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(drawer().search().hasFocus());
        QTest::keyClicks(&drawer().search(), u"xxx"_qs);
        m_desk->settle();
        QCOMPARE(drawer().notices().model()->rowCount(), 0);
        QCOMPARE(drawer().notices().emptyText(), u"没有找到"_qs);
        QTest::keyClick(&drawer().search(), Qt::Key_Escape);
        QCOMPARE(drawer().notices().model()->rowCount(), 7);
        QVERIFY(drawer().isVisible());
        QTest::keyClick(&drawer().search(), Qt::Key_Escape);
        QVERIFY(!drawer().isVisible());
    }

    void lettersGoToTheBoardsSearch()
    {
        m_desk->window.openNotices();
        QTest::keyClicks(&drawer().notices(), u"p"_qs);
        QCOMPARE(m_desk->window.header().search().text(), u"p"_qs);
    }

    void showsMyStepsOrAll()
    {
        m_desk->settings.setProfile({u"折页机"_qs, {u"折页"_qs}});
        m_desk->window.openActivity();
        QVERIFY(drawer().mineButton().isVisible() && drawer().mineButton().isOn());
        QVERIFY(!rowWith(drawer().activity(), u"锁线 PO"_qs).isValid());
        QVERIFY(rowWith(drawer().activity(), u"已跳过：折页"_qs).isValid());
        drawer().mineButton().click();
        QVERIFY(rowWith(drawer().activity(), u"锁线 PO"_qs).isValid());
        m_desk->settings.setProfile({u"办公室"_qs, {}});
        QVERIFY(!drawer().mineButton().isVisible());
    }

    void aCutIsALineAtTheTop()
    {
        m_desk->window.openActivity();
        m_desk->clock.advance(1min);
        m_morning->cut();
        m_desk->settle();
        const FeedRow top = wordsOf(drawer().activity().model()->index(0, 0));
        QCOMPARE(top.text, u"10:35 起断开"_qs);
        QCOMPARE(top.shape, FeedRow::Shape::Line);
        QVERIFY(m_desk->theme.isStale());
    }

    void speaksTheOtherLanguageAtOnce()
    {
        m_desk->window.openActivity();
        m_desk->translations.use(u"en"_qs);
        QApplication::processEvents(); // delivers the change of language
        m_desk->settle();
        QCOMPARE(drawer().tabs().tabText(1), u"Activity"_qs);
        QCOMPARE(drawer().tabs().tabText(0), u"Notices 4"_qs);
        QVERIFY(rowWith(drawer().activity(), u"Started: 锁线"_qs).isValid());
        QVERIFY(rowWith(drawer().activity(), u"12 orders imported"_qs).isValid());
        QVERIFY(rowWith(drawer().notices(), u"Withdrawn by 李娜"_qs).isValid());
        QVERIFY(!rowWith(drawer().activity(), u"已完工"_qs).isValid());
    }

    void saysHonestlyThatThereIsNothing()
    {
        test::DesktopFixture empty;
        empty.show({1280, 720});
        empty.window.openNotices();
        empty.settle();
        QVERIFY(!empty.pages.drawer().notices().emptyText().isEmpty());
        QVERIFY(empty.pages.drawer().notices().emptyText() != u"近7天没有通知"_qs); // who knows
        empty.fillWithSample();
        empty.setState(ConnectionState::Live);
        empty.settle();
        QCOMPARE(empty.pages.drawer().notices().emptyText(), u"近7天没有通知"_qs);
    }

private:
    NoticesDrawer &drawer() const { return m_desk->pages.drawer(); }

    std::unique_ptr<test::DesktopFixture> m_desk;
    std::unique_ptr<test::SampleMorning> m_morning;
};

QTEST_MAIN(TestDrawer)
#include "tst_drawer.moc"
