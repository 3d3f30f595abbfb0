// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/main_window.h"

#include "client/controls/page.h"
#include "client/controls/search_field.h"
#include "client/controls/side_panel.h"
#include "client/models/board.h"
#include "client/orders/order_actions.h"
#include "client/orders/order_popup.h"
#include "client/search/scanned_code.h"
#include "client/store/store.h"
#include "client/theme/theme.h"
#include "client/window/accessible_roles.h"
#include "client/window/actions.h"
#include "client/window/banner.h"
#include "client/window/page_area.h"
#include "client/window/page_stack.h"
#include "client/window/shortcut_sheet.h"
#include "client/window/unread_sheet.h"

#include <QAction>
#include <QCloseEvent>
#include <QEvent>
#include <QIcon>
#include <QKeyEvent>
#include <QMenu>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr QSize smallest(960, 540);

} // namespace

MainWindow::MainWindow(Theme &theme, const Store &store, Board &board, Actions &actions,
                       const OrderActions &orderActions, const Clock &clock)
    : m_theme(theme)
    , m_store(store)
    , m_board(board)
    , m_actions(actions)
    , m_clock(clock)
    , m_header(new HeaderBar(theme, actions))
    , m_pages(new PageStack)
    , m_orderPopup(new OrderPopup(theme, store, orderActions, this))
    , m_area(new PageArea(theme, m_pages))
    , m_statusSince(clock.monotonic())
    , m_pace(*this, clock)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_area, 1);
    setWindowIcon(QIcon(QStringLiteral(":/icons/pressboard.svg")));
    setFocusPolicy(Qt::StrongFocus);
    addActions({m_actions.notices, m_actions.activity, m_actions.sendNotice, m_actions.larger,
                m_actions.smaller, m_actions.usualSize, m_actions.shortcuts, m_actions.gotIt,
                m_actions.nextToast, m_actions.openToast, m_actions.callForHelp});
    connect(m_actions.activity, &QAction::triggered, this, &MainWindow::openActivity);
    connect(m_actions.shortcuts, &QAction::triggered, this, &MainWindow::openShortcuts);
    connect(m_actions.unreadMessages, &QAction::triggered, this, &MainWindow::openUnread);
    auto *menuKey = new QShortcut(Qt::Key_F10, this);
    connect(menuKey, &QShortcut::activated, m_header, &HeaderBar::openMenu);
    installAccessibleRoles();

    connect(&m_pace, &PaintPace::aboutToPaint, this, [this] {
        if (m_isOutdated)
            refresh();
    });
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_board.tick();
        refreshHeader();
        refreshSide();
    });
    m_second.start(1s);
    connectStore();
    connectHeader();
    connectOrders(orderActions);
    m_theme.fit(size());
    setFocus(); // not a control: whatever is typed goes to the search
    refresh();
}

void MainWindow::connectStore()
{
    connect(&m_store, &Store::connectionChanged, this, [this] {
        m_statusSince = m_clock.monotonic();
        refresh(); // stale must show at once
    });
    connect(&m_store, &Store::sourceChanged, this, &MainWindow::refresh);
    connect(&m_store, &Store::unreadChanged, this, &MainWindow::refreshSoon);
    connect(&m_store, &Store::changed, this, &MainWindow::refreshSoon);
    connect(&m_store, &Store::syncProgressed, this, &MainWindow::refreshHeader);
    connect(&m_board, &Board::updated, this, &MainWindow::refreshSoon);
    connect(&m_board.numbers(), &BoardNumbers::changed, this, &MainWindow::refreshSoon);
    connect(&m_store, &Store::shopChanged, this, &MainWindow::refreshSoon);
}

void MainWindow::connectHeader()
{
    connect(m_header, &HeaderBar::pageRequested, this,
            [this](int index) { showPage(m_pages->pages().at(index)); });
    connect(m_pages, &PageStack::pageShown, m_header, &HeaderBar::setCurrentPage);
    connect(m_header, &HeaderBar::muteRequested, this, [this](const QPoint &below) {
        QMenu *menu = m_actions.makeMuteMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(below);
    });
    connect(m_header, &HeaderBar::stateChosen, this, [this] {
        if (m_store.unreadNews() > 0)
            openUnread();
        else if (m_store.isCrmSilent())
            Q_EMIT crmSilenceChosen();
    });
    connect(m_header, &HeaderBar::menuRequested, this, &MainWindow::popUpMenu);
    connect(m_header, &HeaderBar::noticesRequested, this, &MainWindow::toggleNotices);
    connect(m_area, &PageArea::openChanged, m_header, &HeaderBar::setNoticesOpen);
    SearchField &search = m_header->search();
    connect(&search, &QLineEdit::textChanged, m_pages,
            [this](const QString &words) { m_pages->search(words.trimmed()); });
    connect(&search, &QLineEdit::returnPressed, this, &MainWindow::openFound);
    connect(&search, &SearchField::cleared, this, [this] { setFocus(); });
}

void MainWindow::connectOrders(const OrderActions &orderActions)
{
    connect(&orderActions, &OrderActions::openRequested, this, &MainWindow::openOrder);
    connect(&orderActions, &OrderActions::listRequested, m_pages, &PageStack::showOrders);
}

void MainWindow::addPage(Page *page)
{
    m_pages->add(page);
    connect(page, &Page::typed, &m_header->search(), &SearchField::insertTyped);
    auto *key =
        new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + m_pages->pages().size())), this);
    connect(key, &QShortcut::activated, this, [this, page] { showPage(page); });
    m_header->setPages(m_pages->titles());
}

void MainWindow::setSide(SidePanel *side)
{
    m_side = side;
    m_area->setSide(side);
    connect(side, &SidePanel::typed, &m_header->search(), &SearchField::insertTyped);
    connect(side, &SidePanel::orderChosen, this, [this](CrmId orderId) {
        if (!m_area->isBeside())
            m_area->close(); // it would lie over what it led to
        showOrder(orderId);
    });
}

Page *MainWindow::currentPage() const
{
    return m_pages->current();
}

void MainWindow::showPage(Page *page)
{
    m_pages->showPage(page);
}

void MainWindow::setSurroundings(const Surroundings &surroundings)
{
    m_surroundings = surroundings;
    refreshSoon();
}

void MainWindow::raiseUp()
{
    if (isMinimized())
        setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::showOrder(CrmId orderId)
{
    if (!m_pages->showOrder(orderId) && m_store.book().order(orderId) != nullptr)
        m_orderPopup->showOrder(orderId);
}

void MainWindow::find(const QString &words)
{
    m_header->search().setText(words);
    openFound();
}

void MainWindow::openNotices()
{
    raiseUp();
    m_area->open(SidePanel::View::Notices);
    refreshSide();
}

void MainWindow::openActivity()
{
    raiseUp();
    m_area->open(SidePanel::View::Activity);
    refreshSide();
}

void MainWindow::toggleNotices()
{
    if (m_area->isOpen())
        m_area->close();
    else
        openNotices();
}

void MainWindow::openShortcuts()
{
    auto *sheet = new ShortcutSheet(m_theme, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::openUnread()
{
    // More may come while it is read.
    const protocol::Unread shown = m_store.unread();
    auto *sheet = new UnreadSheet(m_theme, shown, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::accepted, this,
            [this, shown] { Q_EMIT unreadAcknowledged(shown.messages); });
    sheet->open();
}

void MainWindow::openOrder(CrmId orderId)
{
    if (!currentPage()->openOrder(orderId))
        m_orderPopup->showOrder(orderId);
}

void MainWindow::openScanned(const QString &scanned)
{
    const ScannedCode code(scanned);
    const QList<CrmId> orders = code.ordersIn(m_store.book());
    if (orders.size() == 1) {
        m_orderPopup->showOrder(orders.first());
    } else if (!orders.isEmpty()) {
        m_orderPopup->showChoice(code.text(), orders);
    } else {
        m_orderPopup->showMissing(code.text());
        Q_EMIT scanMissed();
    }
}

void MainWindow::expectTyping()
{
    const QWidget *focus = focusWidget();
    const bool isTaken = focus != nullptr && focus->testAttribute(Qt::WA_InputMethodEnabled);
    if (isActiveWindow() && !isTaken)
        m_header->search().beginTyping();
}

/// An input method makes its part of a window when a text field there is first in use, and that
/// takes a moment: the first letter of whoever types on the board would miss it.
void MainWindow::introduceInputMethod()
{
    QWidget *focus = focusWidget();
    m_header->search().setFocus(Qt::OtherFocusReason);
    (focus != nullptr ? focus : this)->setFocus(Qt::OtherFocusReason);
}

/// Enter in the search: the one order that was meant, or the first of those found.
void MainWindow::openFound()
{
    const CrmId order = currentPage()->firstFound();
    if (order.isNull() || m_header->search().text().trimmed().isEmpty())
        return;
    currentPage()->showOrder(order);
    openOrder(order);
    m_header->search().selectAll(); // the next scan replaces this one
}

void MainWindow::popUpMenu(const QPoint &below)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions.fillMenu(*menu);
    menu->removeAction(m_actions.open); // it is
    if (!m_store.isStale())
        menu->removeAction(m_actions.reconnect); // nothing to mend
    menu->popup(below);
}

LinkFacts MainWindow::link() const
{
    return {m_surroundings.configured, m_clock.monotonic() - m_statusSince, m_surroundings.address,
            m_surroundings.obstacle};
}

void MainWindow::refreshSoon()
{
    m_isOutdated = true;
    m_pace.request();
}

void MainWindow::refresh()
{
    m_isOutdated = false;
    m_theme.setStale(m_store.isStale());
    const QString shop = m_store.shop().name;
    setWindowTitle(shop.isEmpty() ? tr("Pressboard") : tr("%1 – Pressboard").arg(shop));
    refreshHeader();
    m_pages->refresh(link());
    refreshSide();
}

void MainWindow::refreshSide()
{
    if (m_area->isOpen())
        m_side->refresh(link());
}

void MainWindow::refreshHeader()
{
    m_header->setPages(m_pages->titles()); // who may not manage has no 终端
    const LinkFacts facts = link();
    m_header->show(HeaderWords::of(m_store, facts, m_surroundings));
    m_actions.unreadMessages->setVisible(m_store.unread().messages > 0);
    m_actions.state->setText(StatusWords::sentence(m_store, facts));
}

/// Whatever was typed where nobody wanted it, or came from a barcode scanner.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    const QString typed = event->text();
    if (event->matches(QKeySequence::Find))
        m_header->search().setFocus(Qt::ShortcutFocusReason);
    else if (plain && !typed.isEmpty() && typed.at(0).isPrint() && !typed.at(0).isSpace())
        m_header->search().insertTyped(typed);
    else
        QWidget::keyPressEvent(event);
}

/// A screen that is smaller yet is filled, not exceeded.
void MainWindow::showEvent(QShowEvent *event)
{
    setMinimumSize(smallest.boundedTo(screen()->availableSize()));
    QWidget::showEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_theme.fit(event->size());
    QWidget::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

/// Tab passes by what lies under the side panel.
bool MainWindow::focusNextPrevChild(bool next)
{
    const QWidget *from = focusWidget();
    bool moved = QWidget::focusNextPrevChild(next);
    while (moved && focusWidget() != from && m_area->covers(*focusWidget()))
        moved = QWidget::focusNextPrevChild(next);
    return moved;
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_actions.retranslate();
        m_header->setPages(m_pages->titles());
        m_board.numbers().setToday(m_store.today()); // says its words anew
        refreshSoon();
    }
    if (event->type() == QEvent::ActivationChange && isActiveWindow()
        && !std::exchange(m_knowsInputMethod, true))
        introduceInputMethod();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
