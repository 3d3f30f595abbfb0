// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/send_notice_dialog.h"

#include "client/models/format.h"
#include "client/widgets/form_column.h"
#include "client/widgets/segmented_control.h"
#include "client/widgets/theme.h"
#include "client/widgets/toast_card.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr int longestText = 500;

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

SendNoticeDialog::SendNoticeDialog(const Theme &theme, const NoticeRights &rights, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_rights(rights)
    , m_text(new QPlainTextEdit)
    , m_level(new SegmentedControl(theme))
    , m_audience(new SegmentedControl(theme))
    , m_target(new QComboBox)
    , m_validity(new QComboBox)
    , m_preview(new ToastCard(theme, {}, ToastCard::Place::Preview, this))
    , m_test(new QPushButton)
    , m_cancel(new QPushButton)
    , m_send(new QPushButton)
{
    auto *form = new FormColumn(theme, this);
    build(*form);
    connectFields();
    retranslate();
    m_audience->setCurrent(m_rights.toEveryone ? Everyone : Department);
    updateAudience();
    updatePreview();
}

void SendNoticeDialog::build(FormColumn &form)
{
    form.setSizeConstraint(QLayout::SetFixedSize);
    m_text->setFixedSize(m_theme.px(424), m_theme.px(72));
    m_text->setTabChangesFocus(true);
    m_target->setEditable(true);
    m_target->setInsertPolicy(QComboBox::NoInsert);
    m_target->setMinimumWidth(m_theme.px(160));
    m_validity->setMaximumWidth(m_theme.px(200));

    m_textLabel = form.addField(m_text);
    m_levelLabel = form.addField(m_level);
    m_audienceLabel = form.addField(makeAudienceRow());
    m_audienceLabel->setBuddy(m_audience);
    m_validityLabel = form.addField(m_validity);
    m_previewLabel = form.addField(m_preview);
    form.addGap(12);
    m_result = form.addHint();
    m_result->setObjectName(QStringLiteral("result"));
    form.addWidget(makeButtons());
}

QWidget *SendNoticeDialog::makeAudienceRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_audience);
    layout->addWidget(m_target);
    layout->addStretch(1);
    return row;
}

QWidget *SendNoticeDialog::makeButtons()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, m_theme.px(8), 0, 0);
    layout->addWidget(m_test);
    layout->addStretch(1);
    layout->addWidget(m_cancel);
    layout->addWidget(m_send);
    m_test->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_send->setDefault(true);
    return row;
}

void SendNoticeDialog::connectFields()
{
    connect(m_text, &QPlainTextEdit::textChanged, this, &SendNoticeDialog::updatePreview);
    connect(m_level, &SegmentedControl::currentChanged, this, &SendNoticeDialog::updatePreview);
    connect(m_audience, &SegmentedControl::currentChanged, this,
            &SendNoticeDialog::updateAudience);
    connect(m_target, &QComboBox::editTextChanged, this, &SendNoticeDialog::updatePreview);
    connect(m_test, &QPushButton::clicked, this, &SendNoticeDialog::testRequested);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &SendNoticeDialog::send);
}

void SendNoticeDialog::retranslate()
{
    setWindowTitle(tr("Send notice"));
    m_textLabel->setText(tr("Text"));
    m_levelLabel->setText(tr("Level"));
    m_audienceLabel->setText(tr("To"));
    m_validityLabel->setText(tr("Valid for"));
    m_previewLabel->setText(tr("Preview"));
    m_level->setAccessibleName(tr("Level"));
    m_audience->setAccessibleName(tr("To"));
    m_target->setAccessibleName(tr("Department or user"));
    m_level->setSegments({{tr("Info"), Icon(QStringLiteral("info"))},
                          {tr("Done"), Icon(QStringLiteral("check"))},
                          {tr("Attention"), Icon(QStringLiteral("warning"))},
                          {tr("Important"), Icon(QStringLiteral("cancel"))}});
    m_audience->setSegments({{tr("Everyone")}, {tr("Department")}, {tr("User")}});
    const int validity = std::max(0, m_validity->currentIndex());
    m_validity->clear();
    m_validity->addItems({tr("As long as notices are kept"), tr("1 hour"), tr("8 hours"),
                          tr("1 day")});
    m_validity->setCurrentIndex(validity);
    m_test->setText(tr("Send test notice"));
    m_cancel->setText(tr("Cancel"));
    m_send->setText(tr("Send"));
}

void SendNoticeDialog::updateAudience()
{
    // Who may only reach departments cannot leave them.
    if (!m_rights.toEveryone)
        m_audience->setCurrent(Department);
    const int audience = m_audience->current();
    m_target->setVisible(audience != Everyone);
    m_target->clear();
    if (audience == Department)
        m_target->addItems(m_rights.departments);
    m_target->setEditable(m_rights.toEveryone);
    updatePreview();
}

void SendNoticeDialog::updatePreview()
{
    const NoticeDraft current = draft();
    Toast toast;
    toast.kind = kindOf(current.level);
    const QStringList names{tr("Notice"), tr("Done"), tr("Attention"), tr("Important")};
    const QString level = names.at(int(current.level));
    toast.title = format::dotted({level, m_rights.sender});
    toast.text = current.text;
    if (current.level == NoticeLevel::Warning)
        toast.emphasis = ToastEmphasis::Attention;
    if (current.level == NoticeLevel::Error) {
        toast.emphasis = ToastEmphasis::Alarm;
        toast.sticky = true;
    }
    m_preview->setToast(toast);
    const bool hasTarget = m_audience->current() == Everyone || !current.groups.isEmpty();
    m_send->setEnabled(!current.text.isEmpty() && hasTarget);
}

NoticeDraft SendNoticeDialog::draft() const
{
    NoticeDraft draft;
    draft.text = m_text->toPlainText().trimmed().left(longestText);
    draft.level = NoticeLevel(m_level->current());
    const QString target = m_target->currentText().trimmed();
    if (m_audience->current() == Department && !target.isEmpty())
        draft.groups = {QStringLiteral("dept_") + target};
    if (m_audience->current() == User && !target.isEmpty())
        draft.groups = {QStringLiteral("user_") + target};
    const std::optional<std::chrono::hours> lengths[] = {std::nullopt, 1h, 8h, 24h};
    draft.validFor = lengths[std::clamp(m_validity->currentIndex(), 0, 3)];
    return draft;
}

void SendNoticeDialog::send()
{
    m_send->setEnabled(false); // once; the answer enables it again
    m_result->setText(tr("Sending…"));
    Q_EMIT sendRequested(draft());
}

void SendNoticeDialog::showResult(const QString &sentence, bool stored)
{
    if (stored)
        m_text->clear();
    updatePreview();
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
