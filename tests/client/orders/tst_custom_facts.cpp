// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/station_marks.h"
#include "client/orders/custom_facts.h"
#include "client/orders/filter_bar.h"
#include "client/orders/link_button.h"
#include "client/orders/order_actions.h"
#include "client/orders/order_detail.h"
#include "client/orders/order_table.h"
#include "client/orders/orders_page.h"
#include "client/settings/settings.h"
#include "client/theme/theme.h"
#include "tests/client/models/sample_shop.h"

#include <QDesktopServices>
#include <QHeaderView>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

namespace {

CustomFields ownFields()
{
    using Type = CustomField::Type;
    return {{{u"paper"_qs, u"纸张"_qs, Type::Text},
             {u"proof"_qs, u"看样"_qs, Type::Date},
             {u"drawing"_qs, u"图纸"_qs, Type::Link, {u"crm"_qs}}},
            {{u"plate"_qs, u"印版"_qs, Type::Text}, {u"page"_qs, u"工单"_qs, Type::Link}}};
}

/// The orders page of a small shop, 1280 wide, with the card beside the list.
struct Desk
{
    Desk()
        : settings(folder.filePath(u"settings.ini"_qs))
        , marks(shop.store)
        , actions(shop.store, marks)
        , page(theme, shop.store, shop.clock, settings, actions)
    {
        shop.goLive();
        for (int id = 101; id < 106; ++id)
            shop.newOrder(id, u"2026-11-25"_qs);
        shop.steps(103, {u"印刷"_qs, u"折页"_qs});
        page.resize(1280, 720);
        page.show();
        page.showOrder(103);
    }

    /// The server was started with these; the desk gets a new board.
    void name(const CustomFields &fields)
    {
        shop.snapshot = shop.store.book().orders().values();
        shop.shop.fields = fields;
        shop.goLive();
    }
    CustomFacts &facts() const { return *page.detail().findChild<CustomFacts *>(); }
    QStringList texts() const
    {
        QStringList texts;
        for (const QLabel *label : facts().findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }
    QList<LinkButton *> links() const
    {
        QList<LinkButton *> shown = facts().findChildren<LinkButton *>();
        shown.removeIf([](LinkButton *link) { return !link->isVisible(); });
        return shown;
    }

    QTemporaryDir folder;
    test::SampleShop shop;
    Theme theme;
    Settings settings;
    StationMarks marks;
    OrderActions actions;
    OrdersPage page;
};

/// What would open in the browser, or in another program.
class OpenedPages : public QObject
{
    Q_OBJECT
public:
    OpenedPages()
    {
        for (const QString &scheme : schemes)
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }
    ~OpenedPages() override
    {
        for (const QString &scheme : schemes)
            QDesktopServices::unsetUrlHandler(scheme);
    }
    QList<QUrl> urls;

public Q_SLOTS:
    void open(const QUrl &url) { urls.append(url); }

private:
    const QStringList schemes{u"http"_qs, u"https"_qs, u"crm"_qs,
                              u"ftp"_qs,  u"file"_qs,  u"javascript"_qs};
};

} // namespace

/// The shop's own fields, in an order's card and in the columns of the list.
class TestCustomFacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standInTheCard();
    void makeRoomForEachOther();
    void linksOpenByAClickAlone();
    void haveColumns();
};

void TestCustomFacts::standInTheCard()
{
    Desk desk;
    QVERIFY(!desk.facts().isVisible());
    desk.name(ownFields());
    QVERIFY(!desk.facts().isVisible()); // nothing is said yet
    desk.shop.order(103, {{u"paper"_qs, u"157g 铜版 <b>&亚"_qs}, {u"proof"_qs, u"2026-12-05"_qs}});
    desk.shop.step(103, desk.shop.progressId(103, 1), {{u"plate"_qs, u"P-9"_qs}});
    QVERIFY(desk.facts().isVisible());
    QCOMPARE(desk.texts(),
             (QStringList{u"纸张"_qs, u"157g 铜版 <b>&亚"_qs, u"看样"_qs, u"Sat 5 Dec"_qs,
                          u"折页 · 印版"_qs, u"P-9"_qs}));
    for (const QLabel *label : desk.facts().findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    desk.shop.order(103, {{u"paper"_qs, QString()}});
    QCOMPARE(desk.texts().size(), 4);
    desk.page.showOrder(104); // of which nothing is said
    QVERIFY(!desk.facts().isVisible());
    desk.page.showOrder(103);
    QCOMPARE(desk.texts().size(), 4);
    desk.name({});
    QVERIFY(!desk.facts().isVisible());
}

/// However long an address is, the card is as wide as it was, and says what each line is.
void TestCustomFacts::makeRoomForEachOther()
{
    Desk desk;
    desk.name(ownFields());
    desk.shop.order(103, {{u"drawing"_qs, u"https://crm.example/"_qs + QString(400, u'x')}});
    desk.shop.step(103, desk.shop.progressId(103, 1), {{u"plate"_qs, u"P-9"_qs}});
    QTest::qWait(0); // the layout is lazy
    const QWidget &card = desk.page.detail();
    const auto isInside = [&card](const QWidget *part) {
        return part->mapTo(&card, QPoint(part->width(), 0)).x() <= card.width();
    };
    QVERIFY(isInside(desk.links().first()));
    for (const QLabel *label : desk.facts().findChildren<QLabel *>()) {
        if (label->isVisible() && !label->wordWrap())
            QVERIFY2(label->width() >= label->fontMetrics().horizontalAdvance(label->text()),
                     qPrintable(label->text()));
    }
}

void TestCustomFacts::linksOpenByAClickAlone()
{
    Desk desk;
    OpenedPages opened;
    desk.name(ownFields());
    const QUrl address(u"https://crm.example/7?a=1&b=2"_qs);
    desk.shop.order(103, {{u"drawing"_qs, address.toString()}});
    QCOMPARE(desk.links().size(), 1);
    LinkButton *link = desk.links().first();
    QCOMPARE(link->address(), address.toString());
    QCOMPARE(link->cursor().shape(), Qt::PointingHandCursor);
    QVERIFY(link->shortcut().isEmpty()); // not Alt+b
    QCOMPARE(link->accessibleName(), u"图纸 https://crm.example/7?a=1&b=2"_qs);
    QVERIFY(opened.urls.isEmpty());
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(opened.urls, QList<QUrl>{address});
    QTest::keyClick(link, Qt::Key_Space);
    QCOMPARE(opened.urls, (QList<QUrl>{address, address}));
    desk.shop.order(103, {{u"drawing"_qs, u"crm://orders/7"_qs}});
    QTest::mouseClick(desk.links().first(), Qt::LeftButton);
    QCOMPARE(opened.urls.size(), 3);
    // Whatever a server sends: such a value is none, and would not be opened.
    for (const char *text :
         {"javascript:alert", "file:///etc/passwd", "ftp://crm.example/", "crm.example"}) {
        const QString value = QString::fromLatin1(text);
        desk.shop.order(103, {{u"drawing"_qs, value}});
        QCOMPARE(desk.links().first()->address(), u"crm://orders/7"_qs);
        desk.actions.openLink(ownFields().ofOrders.last(), CustomValue(value));
    }
    QCOMPARE(opened.urls.size(), 3);
    // A row that came whole may hold what this desk would never open: it is read, not clicked.
    Order row = *desk.shop.store.book().order(103);
    row.custom.edit([](CustomValues &values) {
        values.set(u"drawing"_qs, CustomValue(u"file:///etc/passwd"_qs));
    });
    desk.shop.store.handle(
        protocol::OrderSight{desk.shop.store.book().position, row.orderId, false, row});
    QVERIFY(desk.links().isEmpty());
    QVERIFY(desk.texts().contains(u"file:///etc/passwd"_qs));
}

void TestCustomFacts::haveColumns()
{
    Desk desk;
    desk.name(ownFields());
    const int paper = int(customColumn(0));
    OrderTable &table = desk.page.table();
    QCOMPARE(desk.page.model().columnCount(), orderColumnCount + 3);
    QVERIFY(table.isColumnHidden(paper));
    Q_EMIT desk.page.bar().columnToggled(customColumn(0), true);
    QVERIFY(!table.isColumnHidden(paper));
    table.horizontalHeader()->setSortIndicator(paper, Qt::DescendingOrder);
    desk.shop.order(104, {{u"paper"_qs, u"铜版"_qs}});
    QCOMPARE(desk.page.model().orderIdAt(0), CrmId(104));
    QCOMPARE(desk.page.model().index(0, paper).data().toString(), u"铜版"_qs);

    // The program again: its cache knows the fields. Then the shop has another one before them.
    OrdersPage again(desk.theme, desk.shop.store, desk.shop.clock, desk.settings, desk.actions);
    QCOMPARE(again.table().columns(), table.columns());
    QCOMPARE(again.model().sorting().column, customColumn(0));
    CustomFields more = ownFields();
    more.ofOrders.prepend({u"colour"_qs, u"颜色"_qs, CustomField::Type::Text});
    desk.name(more);
    QVERIFY(table.isColumnHidden(int(customColumn(0))));
    QVERIFY(!table.isColumnHidden(int(customColumn(1))));
    QCOMPARE(desk.page.model().sorting().column, customColumn(1));
    desk.name({});
    QCOMPARE(table.columns().shown(), OrderColumns().shown());
    QCOMPARE(desk.page.model().sorting().column, OrderColumn::Due);
    QVERIFY(desk.settings.orderColumns().contains(u"field.paper")); // until it comes back
}

QTEST_MAIN(TestCustomFacts)
#include "tst_custom_facts.moc"
