// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/toast_stack.h"

#include "client/theme/theme.h"
#include "client/toasts/toast_card.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QScreen>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int fromEdge = 12;
constexpr int between = 8;

} // namespace

ToastStack::ToastStack(const Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
}

ToastStack::~ToastStack()
{
    qDeleteAll(m_cards);
}

bool ToastStack::retell(const Toast &toast)
{
    if (toast.noticeId.isEmpty())
        return false;
    for (ToastCard *card : std::as_const(m_cards)) {
        if (card->toast().noticeId != toast.noticeId)
            continue;
        card->setToast(toast);
        place();
        return true;
    }
    for (Toast &other : m_waiting) {
        if (other.noticeId != toast.noticeId)
            continue;
        other = toast;
        return true;
    }
    return false;
}

QStringList ToastStack::noticesInSight() const
{
    QStringList notices;
    for (const ToastCard *card : m_cards) {
        if (!card->toast().noticeId.isEmpty())
            notices.append(card->toast().noticeId);
    }
    return notices;
}

void ToastStack::show(const Toast &toast)
{
    if (retell(toast))
        return;
    if (m_cards.size() < shownAtOnce)
        return open(toast);
    if (m_waiting.size() >= waiting) {
        const auto first = std::find_if(m_waiting.begin(), m_waiting.end(),
                                        [](const Toast &other) { return !other.sticky; });
        m_waiting.erase(first == m_waiting.end() ? m_waiting.begin() : first);
    }
    m_waiting.append(toast);
}

void ToastStack::open(const Toast &toast)
{
    auto *card = new ToastCard(m_theme, toast, ToastCard::Place::Desktop);
    connect(card, &ToastCard::clicked, this, [this, card] { choose(card); });
    connect(card, &ToastCard::expired, this, [this, card] { close(card); });
    connect(card, &ToastCard::acknowledged, this, [this, card] { acknowledge(card); });
    connect(card, &ToastCard::hoverChanged, this, &ToastStack::place);
    m_cards.append(card);
    place();
    card->show();
    card->startClock();
    QAccessibleEvent told(card, QAccessible::Alert); // a screen reader reads it out
    QAccessible::updateAccessibility(&told);
}

void ToastStack::acknowledge(ToastCard *card)
{
    const QString notice = card->toast().noticeId;
    close(card);
    if (!notice.isEmpty())
        Q_EMIT acknowledged(notice);
}

ToastCard *ToastStack::marked() const
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                    [](const ToastCard *card) { return card->isMarked(); });
    return found != m_cards.end() ? *found : m_cards.value(0);
}

void ToastStack::acknowledgeMarked()
{
    if (ToastCard *card = marked())
        acknowledge(card);
}

void ToastStack::chooseMarked()
{
    if (ToastCard *card = marked())
        choose(card);
}

void ToastStack::markNext()
{
    if (m_cards.isEmpty())
        return;
    ToastCard *now = marked();
    const qsizetype next = now->isMarked() ? (m_cards.indexOf(now) + 1) % m_cards.size() : 0;
    now->setMarked(false);
    m_cards.at(next)->setMarked(true);
    place();
}

void ToastStack::choose(ToastCard *card)
{
    const Toast toast = card->toast();
    // 知道了 is a word of its own: a click beside it only looks at the order.
    if (!toast.sticky) {
        close(card);
        if (!toast.noticeId.isEmpty())
            Q_EMIT acknowledged(toast.noticeId);
    }
    if (!toast.orderId.isNull())
        return Q_EMIT orderChosen(toast.orderId);
    Q_EMIT boardWanted();
    Q_EMIT moreWanted(toast);
}

void ToastStack::close(ToastCard *card)
{
    if (!m_cards.removeOne(card))
        return;
    card->hide();
    card->deleteLater();
    m_ends.remove(card);
    place();
    if (!m_waiting.isEmpty())
        open(m_waiting.takeFirst());
}

void ToastStack::withdraw(const QString &noticeId)
{
    if (noticeId.isEmpty())
        return;
    m_waiting.removeIf([&noticeId](const Toast &toast) { return toast.noticeId == noticeId; });
    const QList<ToastCard *> cards = m_cards;
    for (ToastCard *card : cards) {
        if (card->toast().noticeId == noticeId)
            close(card);
    }
}

void ToastStack::setArea(const QRect &area, ToastPlace::Corner corner)
{
    m_area = area;
    m_corner = corner;
    place();
}

QRect ToastStack::area() const
{
    if (!m_area.isEmpty())
        return m_area;
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen != nullptr ? screen->availableGeometry() : QRect(0, 0, 1280, 720);
}

bool ToastStack::isHovered() const
{
    return std::any_of(m_cards.begin(), m_cards.end(),
                       [](const ToastCard *card) { return card->isHovered(); });
}

QSize ToastStack::wantedSize() const
{
    int height = fromEdge;
    for (const ToastCard *card : m_cards)
        height += card->height() + between;
    const int one = m_theme.px(ToastCard::cardWidth);
    return {one + 2 * fromEdge, height + one / 3};
}

/// From the corner on. A card that another one left behind stays where it is while somebody may be
/// about to click on it.
void ToastStack::place()
{
    using Corner = ToastPlace::Corner;
    const QRect area = this->area().marginsRemoved({fromEdge, fromEdge, fromEdge, fromEdge});
    const bool isLeft = m_corner == Corner::TopLeft || m_corner == Corner::BottomLeft;
    const bool isTop = m_corner == Corner::TopLeft || m_corner == Corner::TopRight;
    const bool holds = isHovered();
    int used = 0;
    for (ToastCard *card : std::as_const(m_cards)) {
        const int left = isLeft ? area.left() : area.right() + 1 - card->width();
        if (holds && card->isVisible()) {
            const int now = isTop ? card->y() - area.top() : area.bottom() + 1 - m_ends.value(card);
            used = std::max(used, now);
        }
        const int top = isTop ? area.top() + used : area.bottom() + 1 - used - card->height();
        card->move(left, top);
        m_ends[card] = area.bottom() + 1 - used;
        used += card->height() + between;
    }
}

} // namespace pressboard::client
