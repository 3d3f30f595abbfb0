// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/notice_draft.h"
#include "client/notices/sent_notice.h"
#include "shared/base/crm_id.h"

#include <QDialog>

#include <functional>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace pressboard::client {

class AudiencePicker;
class CheckLine;
class FormColumn;
class SegmentedControl;
class SentNoticeList;
class Theme;
class ToastCard;
class ValidityPicker;

/// 发通知…: what, how loud, to whom, how long, about which order; with a preview of what the
/// others will see, and what was sent from here, to be withdrawn. It stays open: the server's
/// answer stands in it, and a text that was not sent stays in its field.
class SendNoticeDialog final : public QDialog
{
    Q_OBJECT
public:
    /// The order with this number, as somebody typed it; null when there is none.
    using FindOrder = std::function<CrmId(const QString &number)>;

    SendNoticeDialog(const Theme &theme, const NoticeRights &rights, FindOrder findOrder = {},
                     QWidget *parent = nullptr);

    NoticeDraft draft() const;
    void setText(const QString &text);
    /// Whether the server can be reached now: without it nothing is sent, and the dialog says so.
    void setConnected(bool connected);
    /// What became of the notice. A stored one leaves the fields to the next.
    void showResult(const QString &sentence, bool stored);
    void showWithdrawal(const QString &sentence, bool stored);
    void setSent(const QList<SentNotice> &oldestFirst);

Q_SIGNALS:
    void sendRequested(const pressboard::client::NoticeDraft &draft);
    void withdrawRequested(pressboard::StreamId id);
    void remindRequested(pressboard::StreamId id);
    void stationsWanted(pressboard::StreamId id); ///< who got it, who did not
    void testRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *makeForm();
    QWidget *makeOutcome();
    QWidget *makeButtons();
    void connectFields();
    void retranslate();
    void updatePreview();
    bool isOrderKnown() const;
    void setSending(bool sending);
    void sayHowItIs();
    void say(const QString &sentence, bool isProblem);
    void send();

    const Theme &m_theme;
    const NoticeRights m_rights;
    const FindOrder m_findOrder;
    bool m_connected = true;
    bool m_sending = false; ///< the server has not answered yet
    QBoxLayout *m_columns = nullptr;
    QPlainTextEdit *m_text;
    SegmentedControl *m_level;
    AudiencePicker *m_audience;
    CheckLine *m_confirm;
    CheckLine *m_rings;
    ValidityPicker *m_validity;
    QLineEdit *m_order;
    ToastCard *m_preview;
    SentNoticeList *m_sent;
    QLabel *m_result = nullptr;
    QLabel *m_textLabel = nullptr;
    QLabel *m_levelLabel = nullptr;
    QLabel *m_audienceLabel = nullptr;
    QLabel *m_validityLabel = nullptr;
    QLabel *m_orderLabel = nullptr;
    QLabel *m_previewLabel = nullptr;
    QLabel *m_sentLabel = nullptr;
    QPushButton *m_test;
    QPushButton *m_close;
    QPushButton *m_send;
};

} // namespace pressboard::client
