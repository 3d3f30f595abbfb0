// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/sent_notice_row.h"

#include "client/controls/outline_button.h"
#include "client/controls/title_button.h"
#include "client/models/format.h"
#include "client/notices/audience_picker.h"
#include "client/notices/receipt_bar.h"
#include "client/notices/receipt_rows.h"
#include "client/notices/receipt_words.h"
#include "client/text/text_label.h"
#include "client/theme/theme.h"

#include <QGridLayout>

namespace pressboard::client {

SentNoticeRow::SentNoticeRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_open(new TitleButton(theme))
    , m_text(new TextLabel(theme, 14, Theme::Weight::Regular, &Tokens::text))
    , m_facts(new TextLabel(theme, 12, Theme::Weight::Regular, &Tokens::text3))
    , m_counts(new TextLabel(theme, 13, Theme::Weight::Regular, &Tokens::text))
    , m_state(new TextLabel(theme, 13, Theme::Weight::Regular, &Tokens::text2))
    , m_bar(new ReceiptBar(theme))
    , m_rows(new ReceiptRows(theme))
    , m_remind(makeButton())
    , m_withdraw(makeButton())
{
    m_text->setElides();
    m_facts->setElides();
    m_counts->setElides();
    connect(m_open, &QAbstractButton::clicked, this, &SentNoticeRow::openToggled);
    connect(m_remind, &QAbstractButton::clicked, this,
            [this] { Q_EMIT remindRequested(m_notice.id); });
    connect(m_withdraw, &QAbstractButton::clicked, this,
            [this] { Q_EMIT withdrawRequested(m_notice.id); });
    layOut();
}

OutlineButton *SentNoticeRow::makeButton()
{
    auto *button = new OutlineButton(m_theme);
    const Tokens &t = m_theme.liveTokens();
    button->setColors(t.text, t.control, t.surface);
    return button;
}

void SentNoticeRow::layOut()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, m_theme.px(4), 0, m_theme.px(4));
    grid->setHorizontalSpacing(m_theme.px(8));
    grid->setVerticalSpacing(m_theme.px(2));
    grid->addWidget(m_open, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(m_text, 0, 1);
    grid->addWidget(m_facts, 1, 1);
    grid->addWidget(m_state, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_remind, 0, 3, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_withdraw, 0, 4, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_counts, 2, 1, 1, 4);
    grid->addWidget(m_bar, 3, 1, 1, 4);
    grid->addWidget(m_rows, 4, 1, 1, 4);
    grid->setColumnStretch(1, 1);
}

QString SentNoticeRow::facts() const
{
    const QString online = m_notice.counts ? QString() : tr("%n online", nullptr, m_notice.online);
    return format::dotted({m_notice.time, m_notice.sender,
                           AudiencePicker::nameOf(m_notice.groups, m_rights.departmentNames),
                           online, m_notice.taken});
}

void SentNoticeRow::show(const SentNotice &notice, const NoticeRights &rights)
{
    m_notice = notice;
    m_rights = rights;
    const bool isGone = notice.state == SentNotice::State::Withdrawn;
    m_text->setText(notice.text.simplified());
    QFont font = m_text->font();
    font.setStrikeOut(isGone);
    m_text->setFont(font);
    m_facts->setText(facts());
    const bool isCounted = notice.counts.has_value() && !isGone;
    if (isCounted) {
        m_counts->setText(ReceiptWords::counts(*notice.counts, notice.asksToConfirm));
        m_bar->show(*notice.counts, notice.asksToConfirm);
    }
    m_counts->setVisible(isCounted);
    m_bar->setVisible(isCounted);
    showState();
}

void SentNoticeRow::showState()
{
    const bool isStanding = m_notice.state == SentNotice::State::Standing;
    const auto counts = m_notice.counts.value_or(protocol::ReceiptCounts{});
    const int done = m_notice.asksToConfirm ? counts.confirmed : counts.seen;
    const bool someMiss = m_notice.counts && done < counts.expected - counts.walls;
    m_open->setMark(
        Icon(m_isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_open->setAccessibleName(tr("Who has not seen it"));
    m_open->setVisible(m_notice.counts.has_value());
    m_state->setText(m_notice.state == SentNotice::State::Withdrawing ? tr("Withdrawing…")
                         : isStanding                                 ? QString()
                                                                      : tr("Withdrawn"));
    m_state->setVisible(!isStanding);
    m_remind->setText(tr("Remind"));
    m_remind->setVisible(isStanding && someMiss);
    m_remind->setAccessibleDescription(m_notice.text);
    m_withdraw->setText(tr("Withdraw"));
    m_withdraw->setVisible(isStanding && m_rights.mayWithdraw);
    m_withdraw->setAccessibleDescription(m_notice.text);
    const bool shows = m_isOpen && m_notice.counts && !m_notice.stations.isEmpty();
    if (shows)
        m_rows->show(m_notice);
    m_rows->setVisible(shows);
}

void SentNoticeRow::setOpen(bool open)
{
    m_isOpen = open;
    showState();
}

} // namespace pressboard::client
