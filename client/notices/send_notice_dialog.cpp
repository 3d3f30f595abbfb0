// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/send_notice_dialog.h"

#include "client/controls/check_line.h"
#include "client/controls/dialog_body.h"
#include "client/controls/form_column.h"
#include "client/controls/segmented_control.h"
#include "client/models/format.h"
#include "client/notices/audience_picker.h"
#include "client/notices/sent_notice_list.h"
#include "client/notices/validity_picker.h"
#include "client/text/plain_tip.h"
#include "client/theme/theme.h"
#include "client/toasts/toast_card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>

namespace pressboard::client {

namespace {

constexpr int longestText = 500;
constexpr int textWidth = 424;
constexpr int beside = 860; ///< from this width on, the columns stand beside each other

ToastKind kindOf(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::Info:
        return ToastKind::NoticeInfo;
    case NoticeLevel::Success:
        return ToastKind::NoticeSuccess;
    case NoticeLevel::Warning:
        return ToastKind::NoticeWarning;
    case NoticeLevel::Error:
        break;
    }
    return ToastKind::NoticeError;
}

} // namespace

SendNoticeDialog::SendNoticeDialog(const Theme &theme, const NoticeRights &rights,
                                   FindOrder findOrder, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_rights(rights)
    , m_findOrder(std::move(findOrder))
    , m_text(new QPlainTextEdit)
    , m_level(new SegmentedControl(theme))
    , m_audience(new AudiencePicker(theme, rights))
    , m_confirm(new CheckLine)
    , m_rings(new CheckLine)
    , m_validity(new ValidityPicker(theme))
    , m_order(new QLineEdit)
    , m_preview(new ToastCard(theme, {}, ToastCard::Place::Preview, this))
    , m_sent(new SentNoticeList(theme))
    , m_test(new QPushButton)
    , m_close(new QPushButton)
    , m_send(new QPushButton)
{
    build();
    connectFields();
    retranslate();
    setSent({});
    updatePreview();
    DialogBody::fit(*this);
}

/// Two columns: what is written, and what becomes of it; one below the other on a small screen.
void SendNoticeDialog::build()
{
    auto *whole = new FormColumn(m_theme, this);
    auto *contents = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, contents);
    m_columns->setContentsMargins({});
    m_columns->setSpacing(m_theme.px(32));
    m_columns->addWidget(makeForm());
    m_columns->addWidget(makeOutcome());
    whole->addWidget(new DialogBody(contents), 1);
    whole->addSpacing(m_theme.px(12));
    m_result = whole->addHint();
    m_result->setObjectName(QStringLiteral("result"));
    m_result->setMinimumHeight(m_theme.px(20));
    whole->addWidget(makeButtons());
}

QWidget *SendNoticeDialog::makeForm()
{
    auto *page = new QWidget;
    auto *form = new FormColumn(m_theme);
    page->setLayout(form);
    m_text->setFixedSize(m_theme.px(textWidth), m_theme.px(72));
    m_text->setTabChangesFocus(true);
    m_textLabel = form->addField(m_text);
    m_levelLabel = form->addField(m_level);
    m_audienceLabel = form->addField(m_audience);
    m_confirm->setObjectName(QStringLiteral("confirm"));
    m_rings->setObjectName(QStringLiteral("rings"));
    m_confirm->setVisible(m_rights.hasReceipts);
    m_rings->setVisible(m_rights.hasAlarms);
    form->addSpacing(m_theme.px(8));
    form->addWidget(m_confirm);
    form->addWidget(m_rings);
    auto *validity = new FormColumn(m_theme);
    m_validityLabel = validity->addField(m_validity);
    validity->addStretch(1);
    auto *order = new FormColumn(m_theme);
    m_orderLabel = order->addField(m_order);
    order->addStretch(1);
    m_order->setObjectName(QStringLiteral("order"));
    auto *row = new QHBoxLayout;
    row->setSpacing(m_theme.px(16));
    row->addLayout(validity, 1);
    row->addLayout(order, 1);
    form->addSpacing(m_theme.px(8));
    form->addLayout(row);
    form->addStretch(1);
    return page;
}

QWidget *SendNoticeDialog::makeOutcome()
{
    auto *page = new QWidget;
    auto *form = new FormColumn(m_theme);
    page->setLayout(form);
    m_previewLabel = form->addField(m_preview);
    m_sentLabel = form->addField(m_sent);
    form->addStretch(1);
    return page;
}

QWidget *SendNoticeDialog::makeButtons()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, m_theme.px(8), 0, 0);
    layout->setSpacing(m_theme.px(8));
    layout->addWidget(m_test);
    layout->addStretch(1);
    layout->addWidget(m_close);
    layout->addWidget(m_send);
    m_test->setAutoDefault(false);
    m_close->setAutoDefault(false);
    m_send->setDefault(true);
    return row;
}

void SendNoticeDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    const bool isNarrow = width() < m_theme.px(beside);
    m_text->setFixedWidth(std::min(m_theme.px(textWidth), width() - m_theme.px(64)));
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void SendNoticeDialog::connectFields()
{
    connect(m_text, &QPlainTextEdit::textChanged, this, &SendNoticeDialog::updatePreview);
    connect(m_level, &SegmentedControl::currentChanged, this, &SendNoticeDialog::updatePreview);
    connect(m_audience, &AudiencePicker::changed, this, &SendNoticeDialog::updatePreview);
    connect(m_order, &QLineEdit::textChanged, this, &SendNoticeDialog::updatePreview);
    for (CheckLine *line : {m_confirm, m_rings})
        connect(line, &QCheckBox::toggled, this, &SendNoticeDialog::updatePreview);
    connect(m_sent, &SentNoticeList::remindRequested, this, &SendNoticeDialog::remindRequested);
    connect(m_sent, &SentNoticeList::stationsWanted, this, &SendNoticeDialog::stationsWanted);
    connect(m_sent, &SentNoticeList::withdrawRequested, this, &SendNoticeDialog::withdrawRequested);
    connect(m_test, &QPushButton::clicked, this, &SendNoticeDialog::testRequested);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &SendNoticeDialog::send);
    // Enter begins a new line of the text.
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *key = new QShortcut(Qt::CTRL | enter, this);
        connect(key, &QShortcut::activated, m_send, &QAbstractButton::click);
    }
}

void SendNoticeDialog::retranslate()
{
    setWindowTitle(tr("Send notice"));
    m_textLabel->setText(tr("Text"));
    const QKeySequence sends(Qt::CTRL | Qt::Key_Enter);
    m_text->setPlaceholderText(tr("%1 sends it").arg(sends.toString(QKeySequence::NativeText)));
    m_levelLabel->setText(tr("Level"));
    m_audienceLabel->setText(tr("To"));
    m_confirm->setText(tr("Ask for confirmation: the others press “Got it”"));
    m_rings->setText(tr("Ring until somebody takes it"));
    m_validityLabel->setText(tr("Valid for"));
    m_orderLabel->setText(tr("About the order (optional)"));
    m_order->setPlaceholderText(tr("Order no."));
    m_previewLabel->setText(tr("Preview"));
    m_sentLabel->setText(tr("Sent"));
    m_level->setAccessibleName(tr("Level"));
    m_level->setSegments({{tr("Info"), Icon(QStringLiteral("info"))},
                          {tr("Done"), Icon(QStringLiteral("check"))},
                          {tr("Attention"), Icon(QStringLiteral("warning"))},
                          {tr("Important"), Icon(QStringLiteral("cancel"))}});
    m_test->setText(tr("Send test notice"));
    m_close->setText(tr("Close"));
    m_send->setText(tr("Send"));
    setPlainTip(*m_send, sends.toString(QKeySequence::NativeText));
}

bool SendNoticeDialog::isOrderKnown() const
{
    return m_order->text().trimmed().isEmpty() || !draft().orderId.isNull();
}

void SendNoticeDialog::updatePreview()
{
    NoticeDraft current = draft();
    if (current.rings)
        current.level = NoticeLevel::Error;
    Toast toast;
    toast.kind = kindOf(current.level);
    const QStringList names{tr("Notice"), tr("Done"), tr("Attention"), tr("Important")};
    toast.title = format::dotted({names.at(int(current.level)), m_rights.sender});
    toast.text = current.text;
    if (current.level == NoticeLevel::Warning)
        toast.emphasis = ToastEmphasis::Attention;
    if (current.level == NoticeLevel::Error)
        toast.emphasis = ToastEmphasis::Alarm;
    toast.sticky = current.level == NoticeLevel::Error || current.asksToConfirm;
    toast.act = current.rings ? ToastAct::TakeIt : ToastAct::GotIt;
    m_level->setEnabled(!current.rings); // what rings is important
    m_preview->setToast(toast);
    m_send->setEnabled(m_connected && !m_sending && !current.text.isEmpty() && m_audience->groups()
                       && isOrderKnown());
    sayHowItIs();
}

void SendNoticeDialog::sayHowItIs()
{
    if (m_sending && !m_connected)
        say(tr("The connection broke while sending. It goes on within half a minute, if the "
               "server is back by then."),
            true);
    else if (m_sending)
        say(tr("Sending…"), false);
    else if (!m_connected)
        say(tr("No connection to the server: nothing can be sent now. The text stays here."), true);
    else if (!isOrderKnown())
        say(tr("There is no order with this number."), true);
    else
        say({}, false);
}

NoticeDraft SendNoticeDialog::draft() const
{
    NoticeDraft draft;
    draft.text = m_text->toPlainText().trimmed().left(longestText);
    draft.level = NoticeLevel(m_level->current());
    draft.groups = m_audience->groups().value_or(QStringList());
    draft.asksToConfirm = m_confirm->isChecked();
    draft.rings = m_rings->isChecked();
    draft.validFor = m_validity->validFor();
    draft.validUntil = m_validity->validUntil();
    const QString number = m_order->text().trimmed();
    if (m_findOrder && !number.isEmpty())
        draft.orderId = m_findOrder(number);
    return draft;
}

void SendNoticeDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
    m_text->moveCursor(QTextCursor::End);
}

void SendNoticeDialog::setConnected(bool connected)
{
    if (connected == m_connected)
        return;
    m_connected = connected;
    updatePreview();
}

void SendNoticeDialog::send()
{
    const NoticeDraft draft = this->draft();
    setSending(true); // once: only the answer enables the button again
    Q_EMIT sendRequested(draft);
}

void SendNoticeDialog::setSending(bool sending)
{
    m_sending = sending;
    m_text->setReadOnly(sending); // what is being sent is what stands there
    updatePreview();
}

void SendNoticeDialog::showResult(const QString &sentence, bool stored)
{
    if (stored) {
        m_text->clear();
        m_order->clear();
        m_level->setCurrent(int(NoticeLevel::Info));
        m_audience->reset();
        m_confirm->setChecked(false);
        m_rings->setChecked(false);
    }
    setSending(false);
    say(sentence, !stored);
}

void SendNoticeDialog::showWithdrawal(const QString &sentence, bool stored)
{
    say(sentence, !stored);
}

void SendNoticeDialog::setSent(const QList<SentNotice> &oldestFirst)
{
    m_sent->setNotices(oldestFirst, m_rights);
}

void SendNoticeDialog::say(const QString &sentence, bool isProblem)
{
    QPalette colors = palette();
    const Tokens &t = m_theme.liveTokens();
    colors.setColor(QPalette::PlaceholderText, isProblem ? t.orange : t.text2);
    m_result->setPalette(colors);
    m_result->setText(sentence);
}

void SendNoticeDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updatePreview();
    }
    QDialog::changeEvent(event);
}

} // namespace pressboard::client
