// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/notices_popup.h"

#include "client/models/format.h"
#include "client/notify/notice_list.h"
#include "client/store/store.h"
#include "client/widgets/status_words.h"
#include "client/widgets/theme.h"

#include <QDateTime>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pressboard::client {

namespace {

constexpr int popupWidth = 380;
constexpr int mostHeight = 480;

} // namespace

NoticesPopup::NoticesPopup(const Theme &theme, const Store &store, const NoticeList &notices,
                           QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_store(store)
    , m_notices(notices)
    , m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("noticesPopup"));
    setFrameShape(StyledPanel);
    m_scroll->setFrameShape(NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_scroll);
}

QWidget *NoticesPopup::makeNotice(const QModelIndex &notice) const
{
    const QDateTime at = notice.data(NoticeList::TimeRole).toDateTime();
    const QString time = StatusWords::clockTime(
        Moment(std::chrono::milliseconds(at.toMSecsSinceEpoch())), m_store);
    const QString head = format::dotted({notice.data(NoticeList::TitleRole).toString(), time});

    auto *item = new QWidget;
    auto *layout = new QVBoxLayout(item);
    layout->setContentsMargins(m_theme.px(16), m_theme.px(8), m_theme.px(8), m_theme.px(8));
    layout->setSpacing(m_theme.px(2));
    auto *title = new QLabel(head);
    title->setFont(m_theme.font(13));
    title->setForegroundRole(QPalette::PlaceholderText);
    auto *text = new QLabel(notice.data(NoticeList::TextRole).toString());
    const bool loud = notice.data(NoticeList::UnreadRole).toBool();
    text->setFont(m_theme.font(14, loud ? Theme::Weight::Bold : Theme::Weight::Regular));
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {title, text}) {
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
    }
    return item;
}

QWidget *NoticesPopup::makeList()
{
    auto *list = new QWidget;
    list->setBackgroundRole(QPalette::Base);
    list->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, m_theme.px(4), 0, m_theme.px(4));
    layout->setSpacing(0);
    for (int row = 0; row < m_notices.rowCount(); ++row)
        layout->addWidget(makeNotice(m_notices.index(row)));
    if (m_notices.rowCount() == 0) {
        auto *none = new QLabel(tr("No notices"));
        none->setFont(m_theme.font(14));
        none->setAlignment(Qt::AlignCenter);
        none->setMinimumHeight(m_theme.px(80));
        none->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(none);
    }
    layout->addStretch(1);
    return list;
}

void NoticesPopup::openBelow(const QPoint &point)
{
    QWidget *list = makeList();
    m_scroll->setWidget(list); // deletes the one before
    const int width = m_theme.px(popupWidth);
    const int wanted = list->layout()->hasHeightForWidth()
        ? list->layout()->totalHeightForWidth(width)
        : list->sizeHint().height();
    resize(width, std::min(wanted + 2, m_theme.px(mostHeight)));
    const QRect area = parentWidget() != nullptr
        ? QRect(parentWidget()->mapToGlobal(QPoint(0, 0)), parentWidget()->size())
        : screen()->availableGeometry();
    move(std::min(point.x(), area.right() - width - m_theme.px(Theme::windowMargin)), point.y());
    show();
}

} // namespace pressboard::client
