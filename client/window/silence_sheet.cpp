// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/silence_sheet.h"

#include "client/controls/dialog_body.h"
#include "client/models/status_words.h"
#include "client/store/store.h"
#include "client/text/plain_label.h"
#include "client/theme/theme.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace pressboard::client {

SilenceSheet::SilenceSheet(const Theme &theme, const Store &store, const QString &lastNews,
                           QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("silence"));
    setWindowTitle(tr("No data from the CRM"));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16));
    whole->setSpacing(theme.px(16));
    auto *body = new QWidget;
    auto *list = new QVBoxLayout(body);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(theme.px(8));
    addLine(*list, StatusWords::crmSilent(store), true);
    if (const OptionalMoment heard = store.lastHeard())
        addLine(*list, tr("Last heard of it: %1").arg(StatusWords::clockTime(*heard, store)));
    if (!lastNews.isEmpty())
        addLine(*list, tr("The last change: %1").arg(lastNews));
    addLine(*list, advice(store));
    whole->addWidget(new DialogBody(body));
    auto *close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    whole->addWidget(close, 0, Qt::AlignRight);
    DialogBody::fit(*this);
}

QString SilenceSheet::advice(const Store &store)
{
    if (store.permissions().contains(QLatin1StringView("manage")))
        return tr("This board and its server are connected. Look whether the CRM runs and sends, "
                  "and what pressboardctl status says on the server.");
    return tr("This board and its server are connected. If work goes on and is reported in the "
              "CRM, tell your admin.");
}

void SilenceSheet::addLine(QBoxLayout &list, const QString &words, bool bold)
{
    auto *line = new PlainLabel(words);
    line->setFont(m_theme.font(14, bold ? Theme::Weight::Bold : Theme::Weight::Regular));
    line->setWordWrap(true);
    list.addWidget(line);
}

} // namespace pressboard::client
