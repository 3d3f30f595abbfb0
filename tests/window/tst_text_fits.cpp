// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/number_cell.h"
#include "client/board/numbers_strip.h"
#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/board/row_list.h"
#include "client/controls/search_field.h"
#include "client/notices/notices_panel.h"
#include "client/orders/order_popup.h"
#include "client/preferences/settings_dialog.h"
#include "client/window/header_bar.h"
#include "client/window/page_area.h"
#include "tests/window/desktop_fixture.h"
#include "tests/window/honest_states.h"
#include "tests/window/sample_morning.h"
#include "tests/window/silent_probe.h"
#include "tests/window/text_audit.h"

#include <QTest>

#include <algorithm>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

/// Names of customers and products are cut where there is no room; what the program says is not.
QStringList namesOf(const test::DesktopFixture &desktop)
{
    QStringList names{desktop.window.header().search().placeholderText()};
    for (const Order &order : desktop.store.book().orders())
        names << order.customerName << order.productName;
    return names;
}

} // namespace

/// No word of the board is cut, leaves its place or lies over another, at any size of the window,
/// of the text, in any language and state.
class TestTextFits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void board_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("textScale");
        const QSize sizes[] = {{960, 540},  {1024, 768},  {1093, 614},
                               {1280, 720}, {1920, 1080}, {3840, 2160}};
        for (const QSize size : sizes) {
            for (const int scale : {80, 100, 200, 250})
                QTest::addRow("%dx%d at %d %%", size.width(), size.height(), scale)
                    << size << scale;
        }
    }

    void board()
    {
        QFETCH(QSize, size);
        QFETCH(int, textScale);
        for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
            test::DesktopFixture desktop(language);
            desktop.fillWithSample();
            desktop.theme.setTextScale(textScale);
            desktop.setState(ConnectionState::Live);
            desktop.show(size);
            QCOMPARE(desktop.window.size(), size);
            check(desktop, language + u" live"_qs);
            desktop.setState(ConnectionState::Waiting, Trouble::Cut, 12, 10s);
            desktop.settle();
            check(desktop, language + u" stale"_qs);
        }
    }

    void headerOfASilentCrm_data() { board_data(); }

    /// Its sentence is the longest of a header without a banner.
    void headerOfASilentCrm()
    {
        QFETCH(QSize, size);
        QFETCH(int, textScale);
        const auto &states = test::honestStates();
        const auto silent = std::find_if(states.begin(), states.end(), [](const auto &state) {
            return QLatin1StringView(state.name) == QLatin1StringView("crm-silent");
        });
        QVERIFY(silent != states.end());
        for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
            test::DesktopFixture desktop(language);
            desktop.theme.setTextScale(textScale);
            silent->enter(desktop);
            desktop.show(size);
            checkApart(desktop.window.header(), language);
        }
    }

    void everyListHasARow_data() { board_data(); }

    void everyListHasARow()
    {
        QFETCH(QSize, size);
        QFETCH(int, textScale);
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.theme.setTextScale(textScale);
        desktop.setState(ConnectionState::Live);
        desktop.show(size);
        for (Panel *panel : desktop.pages.board().panels().panels()) {
            if (!panel->isVisible())
                continue;
            QVERIFY2(panel->rows().height() >= panel->rows().pitch(),
                     qPrintable(panel->title().title()));
            QVERIFY(panel->parentWidget()->rect().contains(panel->geometry()));
        }
        QVERIFY(desktop.pages.board().numbers().cell(0).isVisible());
    }

    void notices_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("textScale");
        // Its own width follows from the text's alone; over the pages or beside them is the rest.
        for (const QSize size : {QSize(960, 540), QSize(1280, 720), QSize(1920, 1080)}) {
            for (const int scale : {80, 100, 200, 250})
                QTest::addRow("%dx%d at %d %%", size.width(), size.height(), scale)
                    << size << scale;
        }
    }

    /// No notice is ever cut, whatever it says; the pages may be narrower beside it.
    void notices()
    {
        QFETCH(QSize, size);
        QFETCH(int, textScale);
        for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
            test::DesktopFixture desktop(language);
            test::SampleMorning(desktop.store, desktop.clock).tell();
            desktop.settings.setProfile({u"PC"_qs, {u"印刷"_qs}});
            desktop.theme.setTextScale(textScale);
            desktop.showUnread();
            desktop.show(size);
            desktop.window.openNotices();
            desktop.settle();
            checkNotices(desktop, language + u" notices"_qs);
            desktop.window.openActivity();
            desktop.settle();
            checkNotices(desktop, language + u" activity"_qs);
            if (desktop.window.area().isBeside())
                check(desktop, language + u" beside"_qs);
        }
    }

    void orderCard_data() { board_data(); }

    /// Over the window, never larger than it; all of it can be read.
    void orderCard()
    {
        QFETCH(QSize, size);
        QFETCH(int, textScale);
        for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
            test::DesktopFixture desktop(language);
            desktop.fillWithSample();
            desktop.theme.setTextScale(textScale);
            desktop.setState(ConnectionState::Live);
            desktop.show(size);
            OrderPopup &card = desktop.window.orderPopup();
            card.showOrder(1004);
            desktop.settle();
            QCOMPARE(card.size(), card.size().boundedTo(size));
            const QStringList faults = test::textFaults(card, namesOf(desktop));
            QVERIFY2(faults.isEmpty(), qPrintable(language + faults.join(u" | ")));
        }
    }

    void filteredAndSorted_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("zh_CN") << u"zh_CN"_qs;
        QTest::newRow("en") << u"en"_qs;
    }

    void filteredAndSorted()
    {
        QFETCH(QString, language);
        for (const QSize size : {QSize(960, 540), QSize(1280, 720), QSize(1920, 1080)}) {
            test::DesktopFixture desktop(language);
            desktop.fillWithSample();
            desktop.setState(ConnectionState::Live);
            RowView view{{{u"印刷"_qs, u"覆膜"_qs}, {}, StepCategory::Cover},
                         {RowSort::By::Since, true}};
            for (BoardListModel *list : {static_cast<BoardListModel *>(&desktop.board.running()),
                                         static_cast<BoardListModel *>(&desktop.board.ready()),
                                         static_cast<BoardListModel *>(&desktop.board.urgent())})
                desktop.board.setView(*list, view);
            desktop.show(size);
            check(desktop, language, {u"印刷・覆膜・封面"_qs, u"印刷 · 覆膜 · Cover"_qs});
            for (Panel *panel : desktop.pages.board().panels().panels()) {
                if (panel->isVisible())
                    QVERIFY2(panel->title().fits(), qPrintable(panel->title().title()));
            }
        }
    }

    void settings_data() { board_data(); }

    /// Every page, in a dialog as large as the screen allows.
    void settings()
    {
        QFETCH(QSize, size);
        QFETCH(int, textScale);
        // Their own dots: a dialog follows.
        const QStringList askMore{u"导出…"_qs, u"导入…"_qs, u"Export…"_qs, u"Import…"_qs};
        for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
            test::DesktopFixture desktop(language);
            desktop.theme.setTextScale(textScale);
            desktop.setDark(false);
            desktop.access.use(u"192.168.1.10"_qs, u"secret"_qs);
            test::SilentProbe probe;
            SettingsDialog dialog(
                {desktop.theme, desktop.settings, desktop.access, probe, desktop.autostart});
            // As it opens on a screen of that size; the test's own is another.
            const QSize wanted = QSize(720, 520) * textScale / 100;
            dialog.resize(wanted.boundedTo(size - QSize(48, 48)));
            dialog.show();
            for (int page = 0; page <= SettingsDialog::Appearance; ++page) {
                dialog.showPage(SettingsDialog::Page(page));
                desktop.settle();
                const QStringList faults = test::textFaults(dialog, askMore);
                QVERIFY2(faults.isEmpty(), qPrintable(language + faults.join(u" | ")));
            }
        }
    }

private:
    /// What stands in it side by side.
    static void checkApart(const QWidget &bar, const QString &what)
    {
        const auto items = bar.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
        for (const QWidget *item : items) {
            const bool isApart = std::all_of(items.begin(), items.end(), [&](const QWidget *other) {
                return other == item || other->isHidden()
                    || !other->geometry().intersects(item->geometry());
            });
            const bool isInside = bar.rect().contains(item->geometry());
            QVERIFY2(item->isHidden() || (isApart && isInside),
                     qPrintable(what + u": "_qs + item->objectName() + item->accessibleName()));
        }
    }

    static void checkNotices(test::DesktopFixture &desktop, const QString &what)
    {
        const QStringList faults = test::textFaults(desktop.pages.notices(), {});
        QVERIFY2(faults.isEmpty(), qPrintable(what + u": "_qs + faults.join(u" | ")));
    }

    static void check(test::DesktopFixture &desktop, const QString &what,
                      const QStringList &alsoCut = {})
    {
        const QStringList faults = test::textFaults(desktop.window, namesOf(desktop) + alsoCut);
        QVERIFY2(faults.isEmpty(), qPrintable(what + u": "_qs + faults.join(u" | ")));
    }
};

QTEST_MAIN(TestTextFits)
#include "tst_text_fits.moc"
