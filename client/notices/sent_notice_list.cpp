// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/sent_notice_list.h"

#include "client/controls/outline_button.h"
#include "client/models/format.h"
#include "client/notices/audience_picker.h"
#include "client/text/text_label.h"

#include <QGridLayout>

namespace pressboard::client {

namespace {

constexpr int rowHeight = 44;
constexpr int rowsInSight = 4;

} // namespace

SentNoticeList::SentNoticeList(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its buttons have it
    viewport()->setAutoFillBackground(false);
}

QSize SentNoticeList::sizeHint() const
{
    return {m_theme.px(360), m_theme.px(rowsInSight * rowHeight)};
}

void SentNoticeList::setNotices(const QList<SentNotice> &notices, bool mayWithdraw)
{
    setAccessibleName(tr("Sent from here"));
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (notices.isEmpty())
        column->addWidget(makeHint(tr("What you send stands here, and can be withdrawn.")));
    else if (!mayWithdraw)
        column->addWidget(makeHint(tr("Only an admin can withdraw a notice.")));
    for (qsizetype i = notices.size() - 1; i >= 0; --i)
        column->addWidget(makeRow(notices.at(i), mayWithdraw));
    column->addStretch(1);
    list->setAutoFillBackground(false);
    if (QWidget *before = takeWidget())
        before->deleteLater(); // it may hold the button that was just clicked
    setWidget(list);
}

QWidget *SentNoticeList::makeHint(const QString &sentence)
{
    auto *hint = new TextLabel(m_theme, 13, Theme::Weight::Regular, &Tokens::text3);
    hint->setText(sentence);
    hint->setWordWrap(true);
    return hint;
}

QString SentNoticeList::factsOf(const SentNotice &notice)
{
    return format::dotted({notice.time, AudiencePicker::nameOf(notice.groups),
                           tr("%n online", nullptr, notice.online)});
}

QWidget *SentNoticeList::makeRow(const SentNotice &notice, bool mayWithdraw)
{
    const bool isGone = notice.state == SentNotice::State::Withdrawn;
    auto *text =
        new TextLabel(m_theme, 14, Theme::Weight::Regular, isGone ? &Tokens::text3 : &Tokens::text);
    text->setText(notice.text.simplified());
    text->setElides();
    QFont font = text->font();
    font.setStrikeOut(isGone);
    text->setFont(font);
    auto *facts = new TextLabel(m_theme, 12, Theme::Weight::Regular, &Tokens::text3);
    facts->setText(factsOf(notice));
    facts->setElides();

    auto *row = new QWidget;
    row->setFixedHeight(m_theme.px(rowHeight));
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, m_theme.px(4), 0, m_theme.px(4));
    grid->setHorizontalSpacing(m_theme.px(12));
    grid->setVerticalSpacing(0);
    grid->addWidget(text, 0, 0);
    grid->addWidget(facts, 1, 0);
    grid->addWidget(makeEnd(notice, mayWithdraw), 0, 1, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    return row;
}

/// 撤回, or what became of it.
QWidget *SentNoticeList::makeEnd(const SentNotice &notice, bool mayWithdraw)
{
    if (notice.state == SentNotice::State::Standing && mayWithdraw) {
        auto *withdraw = new OutlineButton(m_theme);
        const Tokens &t = m_theme.liveTokens();
        withdraw->setColors(t.text, t.control, t.surface);
        withdraw->setText(tr("Withdraw"));
        withdraw->setAccessibleDescription(notice.text);
        connect(withdraw, &QAbstractButton::clicked, this,
                [this, id = notice.id] { Q_EMIT withdrawRequested(id); });
        return withdraw;
    }
    auto *state = new TextLabel(m_theme, 13, Theme::Weight::Regular, &Tokens::text2);
    if (notice.state == SentNotice::State::Withdrawing)
        state->setText(tr("Withdrawing…"));
    if (notice.state == SentNotice::State::Withdrawn)
        state->setText(tr("Withdrawn"));
    return state;
}

} // namespace pressboard::client
