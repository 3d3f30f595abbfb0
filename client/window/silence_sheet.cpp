// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/silence_sheet.h"

#include "client/models/status_words.h"
#include "client/store/store.h"

namespace pressboard::client {

SilenceSheet::SilenceSheet(const Theme &theme, const Store &store, const QString &lastNews,
                           QWidget *parent)
    : LinesSheet(theme, parent)
{
    setObjectName(QStringLiteral("silence"));
    setWindowTitle(tr("No data from the CRM"));
    addLine(StatusWords::crmSilent(store), true);
    if (const OptionalMoment heard = store.lastHeard())
        addLine(tr("Last heard of it: %1").arg(StatusWords::clockTime(*heard, store)));
    if (!lastNews.isEmpty())
        addLine(tr("The last change: %1").arg(lastNews));
    addLine(advice(store));
    finish(tr("Close"));
}

QString SilenceSheet::advice(const Store &store)
{
    if (store.permissions().contains(QLatin1StringView("manage")))
        return tr("This board and its server are connected. Look whether the CRM runs and sends, "
                  "and what pressboardctl status says on the server.");
    return tr("This board and its server are connected. If work goes on and is reported in the "
              "CRM, tell your admin.");
}

} // namespace pressboard::client
