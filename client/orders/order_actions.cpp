// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/order_actions.h"

#include "client/controls/clipboard.h"
#include "client/models/format.h"
#include "client/models/order_number.h"
#include "client/models/order_words.h"
#include "client/models/orders/orders_table.h"
#include "client/models/orders/table_text.h"
#include "client/models/station_marks.h"
#include "client/print/print_dialog.h"
#include "client/store/store.h"
#include "client/text/plain_tip.h"

#include <QAction>
#include <QDateTime>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QMenu>

namespace pressboard::client {

static QString percentEncoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

OrderActions::OrderActions(const Store &store, StationMarks &marks, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_marks(marks)
{
}

void OrderActions::open(CrmId orderId)
{
    Q_EMIT openRequested(orderId);
}

void OrderActions::list(const QList<CrmId> &orderIds, const QString &why)
{
    Q_EMIT listRequested(orderIds, why);
}

/// Of one there is no number worth telling.
OrderActions::Copied OrderActions::outcome(bool isDone, qsizetype orders)
{
    if (!isDone)
        return {false, clipboard::failureText()};
    return {true, orders == 1 ? tr("Copied") : tr("%n order(s) copied", nullptr, int(orders))};
}

OrderActions::Copied OrderActions::copy(const QList<CrmId> &orderIds) const
{
    QStringList sentences;
    for (const CrmId &orderId : orderIds) {
        if (const Order *order = m_store.book().order(orderId))
            sentences.append(
                format::customerSentence(*order, m_store.ready().joinSteps(), m_store.zone()));
    }
    return outcome(clipboard::putText(format::customerLines(sentences)), sentences.size());
}

OrderActions::Copied OrderActions::copyTable(const QList<CrmId> &orderIds,
                                             const QList<OrderColumn> &columns) const
{
    const Table table = ordersTable(m_store, orderIds, columns);
    const bool isDone =
        clipboard::putTable(table_text::tabSeparated(table), table_text::html(table));
    return outcome(isDone, table.size() - 1);
}

OrdersPaper OrderActions::paperOf(const QList<CrmId> &orderIds, const QString &title) const
{
    QList<OrdersPaper::Row> rows;
    for (const CrmId &orderId : orderIds) {
        const Order *order = m_store.book().order(orderId);
        if (order == nullptr)
            continue;
        rows.append({format::orderNumber(*order), order->customerName, order->productName,
                     format::quantity(order->quantity, order->unit),
                     format::dateWithDay(order->deliveryDate),
                     format::customerState(*order, m_store.ready().joinSteps(), m_store.zone())});
    }
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(
        m_store.boardNow().time_since_epoch().count(), m_store.zone());
    const QString known = format::dotted({title, tr("%n order(s)", nullptr, int(rows.size()))});
    return {{m_store.shop().name, known, now.toString(QStringLiteral("yyyy-MM-dd HH:mm"))}, rows};
}

void OrderActions::print(const QList<CrmId> &orderIds, const QString &title, QWidget *window,
                         std::function<void(const QString &)> tell) const
{
    PrintDialog::ask(PrintJob::of(paperOf(orderIds, title), tr("Print orders")), window,
                     std::move(tell));
}

bool OrderActions::hasCrm() const
{
    return !m_store.shop().orderUrl.isEmpty();
}

QUrl OrderActions::crmUrl(CrmId orderId) const
{
    const Order *order = m_store.book().order(orderId);
    if (order == nullptr)
        return {};
    QString text = m_store.shop().orderUrl;
    text.replace(QLatin1StringView("{order_id}"), percentEncoded(orderId.toString()));
    text.replace(QLatin1StringView("{order_no}"), percentEncoded(order->orderNo));
    const QUrl url(text, QUrl::StrictMode);
    // The address comes from a server: it opens pages, never files or programs.
    const bool web = url.scheme() == u"http" || url.scheme() == u"https";
    return web ? url : QUrl();
}

void OrderActions::openInCrm(CrmId orderId) const
{
    if (const QUrl url = crmUrl(orderId); !url.isEmpty())
        QDesktopServices::openUrl(url);
}

void OrderActions::openLink(const CustomField &field, const CustomValue &value) const
{
    if (const QUrl url = field.link(value); !url.isEmpty())
        QDesktopServices::openUrl(url);
}

void OrderActions::addActionsForOne(QMenu &menu, CrmId orderId)
{
    menu.addAction(tr("Open in the CRM"), this, [this, orderId] { openInCrm(orderId); })
        ->setVisible(hasCrm());
    menu.addAction(tr("Got it"), this, [this, orderId] { m_marks.acknowledge(orderId); })
        ->setVisible(m_marks.isMarked(orderId));
}

void OrderActions::popUpMenu(const Chosen &chosen, const QPoint &globalPos, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isOne = chosen.orderIds.size() == 1;
    const int count = int(chosen.orderIds.size());
    const auto tell = [globalPos, parent](const QString &sentence) {
        showPlainTip(globalPos, sentence, parent);
    };
    if (isOne)
        menu->addAction(tr("Open"), this, [this, chosen] { open(chosen.orderIds.first()); });
    menu->addAction(isOne ? tr("Copy") : tr("Copy %n order(s)", nullptr, count), this,
                    [this, chosen, tell] { tell(copy(chosen.orderIds).sentence); });
    menu->addAction(tr("Copy as a table"), this, [this, chosen, tell] {
        tell(copyTable(chosen.orderIds, chosen.columns).sentence);
    });
    menu->addAction(
        isOne ? tr("Print…") : tr("Print %n order(s)…", nullptr, count), this,
        [this, chosen, parent, tell] { print(chosen.orderIds, chosen.title, parent, tell); });
    if (isOne)
        addActionsForOne(*menu, chosen.orderIds.first());
    menu->addSeparator();
    menu->addAction(tr("Report work in the CRM"))->setEnabled(false);
    menu->popup(globalPos);
}

bool OrderActions::handleKey(QKeyEvent *event, const Chosen &chosen, const QPoint &place,
                             QWidget *list) const
{
    const auto tell = [place, list](const QString &sentence) {
        showPlainTip(place, sentence, list);
    };
    if (chosen.orderIds.isEmpty())
        return false;
    const bool isTable = event->key() == Qt::Key_C
        && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (isTable)
        tell(copyTable(chosen.orderIds, chosen.columns).sentence);
    else if (event->matches(QKeySequence::Copy))
        tell(copy(chosen.orderIds).sentence);
    else if (event->matches(QKeySequence::Print))
        print(chosen.orderIds, chosen.title, list->window(), tell);
    else
        return false;
    return true;
}

} // namespace pressboard::client
