// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/desk.h"
#include "tests/window/sample_morning.h"

#include "client/charts/charts_page.h"
#include "client/drawer/feed_list.h"
#include "client/drawer/notices_drawer.h"
#include "client/orders/orders_page.h"
#include "client/widgets/first_run_dialog.h"
#include "client/widgets/header_bar.h"
#include "client/widgets/search_field.h"
#include "client/widgets/board_page.h"
#include "client/widgets/board_panels.h"
#include "client/widgets/list_views.h"
#include "client/widgets/panel.h"
#include "client/widgets/panel_title.h"
#include "client/widgets/segmented_control.h"
#include "client/widgets/send_notice_dialog.h"
#include "client/widgets/server_probe.h"
#include "client/preferences/settings_dialog.h"
#include "client/widgets/shortcut_sheet.h"
#include "client/widgets/title_button.h"
#include "client/widgets/toast_card.h"
#include "client/widgets/view_popup.h"

#include <QDir>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

class SilentProbe final : public ServerProbe
{
public:
    void run(const QString &, const QString &) override { }
};

void save(QWidget &widget, const QString &name)
{
    QDir folder(QStringLiteral(PRESSBOARD_SCREENSHOTS));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(widget.grab().save(folder.filePath(name + QStringLiteral(".png"))));
}

} // namespace

/// Pictures of everything for people to look at; that they can be made at every size, in every
/// state and language is the test.
class TestScreenshots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void board_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("stale");
        const QSize sizes[] = {{960, 540}, {1024, 768}, {1093, 614}, {1280, 720}, {1920, 1080}, {3840, 2160}};
        for (const QString &language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
            for (const bool dark : {false, true}) {
                for (const QSize size : sizes) {
                    for (const bool stale : {false, true}) {
                        const QString name = QStringLiteral("board-%1-%2-%3x%4%5")
                                                 .arg(language, dark ? u"dark"_qs : u"light"_qs)
                                                 .arg(size.width())
                                                 .arg(size.height())
                                                 .arg(stale ? u"-stale"_qs : QString());
                        QTest::newRow(qPrintable(name)) << language << dark << size << stale;
                    }
                }
            }
        }
    }

    void board()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QFETCH(bool, stale);
        test::Desk desk(language);
        desk.fillWithSample();
        desk.setDark(dark);
        if (stale)
            desk.setState(ConnectionState::Waiting, Trouble::Cut, 3, 5s);
        else
            desk.setState(ConnectionState::Live);
        desk.show(size);
        QCOMPARE(desk.window.size(), size);
        save(desk.window, QString::fromUtf8(QTest::currentDataTag()));
    }

    void orders_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scale");
        const std::pair<QSize, int> looks[] = {{{960, 540}, 100},   {{1280, 720}, 100},
                                               {{1920, 1080}, 100}, {{960, 540}, 200},
                                               {{1920, 1080}, 200}};
        for (const QString &language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
            for (const bool dark : {false, true}) {
                for (const auto &[size, scale] : looks) {
                    const QString name = QStringLiteral("orders-%1-%2-%3x%4-%5")
                                             .arg(language, dark ? u"dark"_qs : u"light"_qs)
                                             .arg(size.width())
                                             .arg(size.height())
                                             .arg(scale);
                    QTest::newRow(qPrintable(name)) << language << dark << size << scale;
                }
            }
        }
    }

    void orders()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QFETCH(int, scale);
        test::Desk desk(language);
        desk.fillWithSample();
        desk.setDark(dark);
        desk.theme.setTextScale(scale);
        desk.setState(ConnectionState::Live);
        desk.window.showPage(&desk.pages.orders());
        desk.show(size);
        OrdersPage &page = desk.pages.orders();
        page.showOrder(page.model().orderIdAt(3));
        desk.settle();
        save(desk.window, QString::fromUtf8(QTest::currentDataTag()));
    }

    void drawer_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scale");
        QTest::addColumn<bool>("stale");
        const auto add = [](const QString &language, bool dark, QSize size, int scale, bool stale) {
            const QString name = QStringLiteral("drawer-%1-%2-%3x%4-%5%6")
                                     .arg(language, dark ? u"dark"_qs : u"light"_qs)
                                     .arg(size.width())
                                     .arg(size.height())
                                     .arg(scale)
                                     .arg(stale ? u"-stale"_qs : QString());
            QTest::newRow(qPrintable(name)) << language << dark << size << scale << stale;
        };
        for (const QString &language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
            for (const bool dark : {false, true}) {
                for (const QSize size : {QSize(960, 540), QSize(1280, 720), QSize(1920, 1080)})
                    add(language, dark, size, 100, false);
            }
            add(language, false, {1280, 720}, 100, true);
            add(language, false, {960, 540}, 200, false);
            add(language, false, {1920, 1080}, 200, false);
            add(language, false, {3840, 2160}, 100, false);
            add(language, false, {1280, 720}, 80, false);
        }
    }

    /// Both tabs of what the bell opens.
    void drawer()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        QFETCH(int, scale);
        QFETCH(bool, stale);
        test::Desk desk(language);
        test::SampleMorning morning(desk.store, desk.clock);
        desk.setDark(dark);
        desk.theme.setTextScale(scale);
        morning.tell();
        desk.showUnread();
        if (stale)
            morning.cut();
        desk.show(size);
        desk.window.openNotices();
        desk.settle();
        save(desk.window, QString::fromUtf8(QTest::currentDataTag()) + u"-notices"_qs);
        desk.window.openActivity();
        desk.settle();
        save(desk.window, QString::fromUtf8(QTest::currentDataTag()) + u"-activity"_qs);
    }

    void drawerStates()
    {
        test::Desk desk;
        desk.show({1920, 1080});
        desk.window.openNotices();
        desk.settle();
        save(desk.window, u"drawer-no-server"_qs);
        test::SampleMorning morning(desk.store, desk.clock);
        morning.tell();
        desk.showUnread();
        desk.settings.setProfile({u"折页机"_qs, {u"折页"_qs}});
        NoticesDrawer &drawer = desk.pages.drawer();
        desk.window.showPage(&desk.pages.orders());
        desk.window.openActivity();
        QTest::keyClick(&drawer.activity(), Qt::Key_Down);
        desk.settle();
        save(desk.window, u"drawer-my-steps-beside-orders"_qs);
        drawer.mineButton().click();
        desk.window.showPage(&desk.pages.charts());
        desk.show({1280, 720});
        drawer.activity().verticalScrollBar()->setValue(150);
        morning.step(2, 9, StepStatus::InProgress, u"张伟"_qs);
        morning.step(8, 8, StepStatus::InProgress, u"刘洋"_qs);
        desk.settle();
        save(desk.window, u"drawer-new-above"_qs);
        drawer.search().setText(u"江南"_qs);
        desk.settle();
        save(desk.window, u"drawer-found"_qs);
        desk.window.openNotices();
        drawer.search().setText(u"xyz"_qs);
        desk.settle();
        save(desk.window, u"drawer-nothing-found"_qs);
    }

    void orderStates()
    {
        test::Desk desk;
        desk.fillWithSample();
        OrdersPage &page = desk.pages.orders();
        desk.window.showPage(&page);
        desk.setState(ConnectionState::Waiting, Trouble::Cut, 3, 5s);
        desk.show({1280, 720});
        page.showOrder(page.model().orderIdAt(3));
        desk.settle();
        save(desk.window, u"orders-stale"_qs);
        desk.setState(ConnectionState::Live);
        page.showOrders({1001, 1002, 1003}, u"覆膜前压了 3 单"_qs);
        desk.settle();
        save(desk.window, u"orders-behind-a-bar"_qs);
        desk.window.header().search().setText(u"xzsj"_qs);
        desk.settle();
        save(desk.window, u"orders-none-found"_qs);
    }

    void largeText_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        const QSize sizes[] = {{960, 540}, {1024, 768}, {1280, 720}, {1920, 1080}, {3840, 2160}};
        for (const QString &language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
            for (const QSize size : sizes) {
                const QString name = QStringLiteral("board-%1-%2x%3-text200").arg(language).arg(size.width()).arg(size.height());
                QTest::newRow(qPrintable(name)) << language << size << 200;
            }
        }
        QTest::newRow("board-zh_CN-960x540-text250") << u"zh_CN"_qs << QSize(960, 540) << 250;
        QTest::newRow("board-zh_CN-1280x720-text80") << u"zh_CN"_qs << QSize(1280, 720) << 80;
    }

    void largeText()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        QFETCH(int, percent);
        test::Desk desk(language);
        desk.fillWithSample();
        desk.theme.setTextScale(percent);
        desk.setDark(false);
        desk.setState(ConnectionState::Live);
        desk.show(size);
        save(desk.window, QString::fromUtf8(QTest::currentDataTag()));
    }

    /// Lists narrowed and sorted, and what opens for that.
    void views()
    {
        test::Desk desk;
        desk.fillWithSample();
        desk.setState(ConnectionState::Live);
        desk.board.setMySteps({u"折页"_qs, u"覆膜"_qs});
        desk.board.setView(desk.board.urgent(), {{}, {RowSort::By::Step, false}});
        desk.pages.board().panels().views().setMySteps({u"折页"_qs, u"覆膜"_qs});
        desk.show({1280, 720});
        desk.pages.board().panels().urgent().title().filterButton().click();
        save(desk.window, u"views"_qs);
        save(*desk.window.findChild<ViewPopup *>(), u"view-popup"_qs);
        ShortcutSheet sheet(desk.theme);
        sheet.show();
        save(sheet, u"shortcuts"_qs);
    }

    void dialogs()
    {
        test::Desk desk;
        desk.fillWithSample();
        SilentProbe probe;
        FirstRunDialog first(desk.theme, probe, {u"192.168.1.10"_qs, {}, u"PC-3"_qs, {}});
        first.show();
        save(first, u"first-run"_qs);
    }

    void settings_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("scale");
        for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
            for (const bool dark : {false, true}) {
                for (const int scale : {80, 100, 200, 250})
                    QTest::addRow("settings-%s-%s-%d", qPrintable(language), dark ? "dark" : "light",
                                  scale)
                        << language << dark << scale;
            }
        }
    }

    /// Every page; in large type as on a screen of 960×540.
    void settings()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(int, scale);
        test::Desk desk(language);
        desk.theme.setTextScale(scale);
        desk.setDark(dark);
        desk.access.use(u"192.168.1.10"_qs, u"secret"_qs);
        SilentProbe probe;
        SettingsDialog dialog({desk.theme, desk.settings, desk.access, probe, desk.autostart});
        if (scale > 100)
            dialog.resize(912, 492);
        for (int page = 0; page <= SettingsDialog::Appearance; ++page) {
            dialog.showPage(SettingsDialog::Page(page));
            dialog.show();
            desk.settle();
            save(dialog, QStringLiteral("%1-%2").arg(QString::fromUtf8(QTest::currentDataTag())).arg(page));
        }
    }

    void sendNotice_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("scale");
        for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
            for (const bool dark : {false, true}) {
                for (const int scale : {100, 200}) {
                    const QString name = QStringLiteral("%1-%2-%3").arg(
                        language, dark ? u"dark"_qs : u"light"_qs, QString::number(scale));
                    QTest::newRow(qPrintable(name)) << language << dark << scale;
                }
            }
        }
    }

    void sendNotice()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(int, scale);
        test::Desk desk(language);
        desk.theme.setTextScale(scale);
        desk.setDark(dark);
        SendNoticeDialog send(desk.theme, {true, {u"3"_qs, u"5"_qs}, u"王芳"_qs, true});
        send.findChildren<SegmentedControl *>().first()->setCurrent(int(NoticeLevel::Error));
        send.setText(u"2 号印刷机漏墨，请立即停机检查"_qs);
        send.setSent({{{1, 0}, u"明天 8:00 全厂盘点，请提前清理机台"_qs, {}, u"10:12"_qs, 20,
                       SentNotice::State::Withdrawn},
                      {{2, 0}, u"今天 19:00 停机检修 2 小时"_qs, {u"dept_3"_qs}, u"10:30"_qs, 3}});
        send.show();
        send.showWithdrawal(
            QApplication::translate("pressboard::client::NoticeSender",
                                    "Withdrawn: it goes from all screens."),
            true);
        QCoreApplication::processEvents();
        QVERIFY(send.width() <= 1920 && send.height() <= 1040); // a screen, at 200 % too
        save(send, QStringLiteral("send-notice-") + QString::fromUtf8(QTest::currentDataTag()));
    }

    void toasts_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void toasts()
    {
        QFETCH(bool, dark);
        test::Desk desk;
        desk.setDark(dark);
        QWidget sheet;
        auto *column = new QVBoxLayout(&sheet);
        const std::pair<ToastKind, ToastEmphasis> kinds[] = {
            {ToastKind::OrderCancelled, ToastEmphasis::Alarm},
            {ToastKind::NoticeError, ToastEmphasis::Alarm},
            {ToastKind::NoticeWarning, ToastEmphasis::Attention},
            {ToastKind::StepReady, ToastEmphasis::YourTurn},
            {ToastKind::OrderCompleted, ToastEmphasis::Neutral},
            {ToastKind::OrderChanged, ToastEmphasis::Neutral},
        };
        for (const auto &[kind, emphasis] : kinds) {
            Toast toast;
            toast.kind = kind;
            toast.emphasis = emphasis;
            toast.sticky = kind == ToastKind::NoticeError;
            toast.title = u"轮到你：烫金 PO20261109002"_qs;
            toast.text = u"东方出版社・秋季产品画册・上道 覆膜 已完成・交期 11-23"_qs;
            column->addWidget(new ToastCard(desk.theme, toast, ToastCard::Place::Preview));
        }
        sheet.show();
        save(sheet, QStringLiteral("toasts-") + QString::fromUtf8(QTest::currentDataTag()));
    }
};

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
