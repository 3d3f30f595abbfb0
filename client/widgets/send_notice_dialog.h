// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/widgets/notice_draft.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace pressboard::client {

class FormColumn;
class SegmentedControl;
class Theme;
class ToastCard;

/// 发通知…: what, how loud, to whom, how long; with a preview of what the others will see. It
/// stays open until the server said that it has it.
class SendNoticeDialog final : public QDialog
{
    Q_OBJECT
public:
    SendNoticeDialog(const Theme &theme, const NoticeRights &rights, QWidget *parent = nullptr);

    NoticeDraft draft() const;
    /// What became of the notice or the test; a stored notice empties the text.
    void showResult(const QString &sentence, bool stored);

Q_SIGNALS:
    void sendRequested(const pressboard::client::NoticeDraft &draft);
    void testRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Audience { Everyone, Department, User };
    enum Validity { AsLongAsKept, OneHour, EightHours, OneDay };

    void build(FormColumn &form);
    void connectFields();
    QWidget *makeAudienceRow();
    QWidget *makeButtons();
    void retranslate();
    void updatePreview();
    void updateAudience();
    void send();

    const Theme &m_theme;
    NoticeRights m_rights;
    QPlainTextEdit *m_text;
    SegmentedControl *m_level;
    SegmentedControl *m_audience;
    QComboBox *m_target;
    QComboBox *m_validity;
    ToastCard *m_preview;
    QLabel *m_result = nullptr;
    QLabel *m_textLabel = nullptr;
    QLabel *m_levelLabel = nullptr;
    QLabel *m_audienceLabel = nullptr;
    QLabel *m_validityLabel = nullptr;
    QLabel *m_previewLabel = nullptr;
    QPushButton *m_test;
    QPushButton *m_cancel;
    QPushButton *m_send;
};

} // namespace pressboard::client
