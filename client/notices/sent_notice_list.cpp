// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/sent_notice_list.h"

#include "client/notices/sent_notice_row.h"
#include "client/text/text_label.h"
#include "client/theme/theme.h"

#include <QVBoxLayout>

namespace pressboard::client {

namespace {

constexpr int rowHeight = 44;
constexpr int rowsInSight = 6;

} // namespace

SentNoticeList::SentNoticeList(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_hint(new TextLabel(theme, 13, Theme::Weight::Regular, &Tokens::text3))
    , m_column(nullptr)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its buttons have it
    viewport()->setAutoFillBackground(false);
    auto *list = new QWidget;
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_hint);
    m_column->addStretch(1);
    m_hint->setWordWrap(true);
    setWidget(list);
    list->setAutoFillBackground(false);
}

QSize SentNoticeList::sizeHint() const
{
    return {m_theme.px(360), m_theme.px(rowsInSight * rowHeight)};
}

SentNoticeRow *SentNoticeList::rowOf(StreamId id)
{
    if (SentNoticeRow *known = m_rows.value(id))
        return known;
    auto *row = new SentNoticeRow(m_theme);
    m_rows.insert(id, row);
    connect(row, &SentNoticeRow::withdrawRequested, this, &SentNoticeList::withdrawRequested);
    connect(row, &SentNoticeRow::remindRequested, this, &SentNoticeList::remindRequested);
    connect(row, &SentNoticeRow::openToggled, this, [this, id] { toggle(id); });
    return row;
}

/// Numbers change each second: the rows stay, and with them what somebody is about to press.
void SentNoticeList::setNotices(const QList<SentNotice> &notices, const NoticeRights &rights)
{
    setAccessibleName(tr("Sent"));
    m_hint->setText(notices.isEmpty() ? tr("What you send stands here, and can be withdrawn.")
                                      : tr("Only an admin can withdraw a notice."));
    m_hint->setVisible(notices.isEmpty() || !rights.mayWithdraw);
    int place = 1; // below the hint
    for (qsizetype i = notices.size() - 1; i >= 0; --i) {
        const SentNotice &notice = notices.at(i);
        SentNoticeRow *row = rowOf(notice.id);
        if (m_column->indexOf(row) != place)
            m_column->insertWidget(place, row);
        ++place;
        row->show(notice, rights);
        // Who did what is asked again when a number says that somebody did.
        if (row->isOpen() && notice.counts && m_known.value(notice.id) != *notice.counts) {
            m_known.insert(notice.id, *notice.counts);
            Q_EMIT stationsWanted(notice.id);
        }
    }
}

void SentNoticeList::toggle(StreamId id)
{
    const bool opens = !m_rows.value(id)->isOpen();
    for (auto row = m_rows.begin(); row != m_rows.end(); ++row)
        row.value()->setOpen(opens && row.key() == id);
    if (opens)
        Q_EMIT stationsWanted(id);
}

} // namespace pressboard::client
