// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/row_choices.h"

#include <QCollator>

namespace pressboard::client {
namespace {

QStringList sorted(const QSet<QString> &names)
{
    QStringList list(names.begin(), names.end());
    std::sort(list.begin(), list.end(), QCollator(QLocale(QLocale::Chinese, QLocale::China)));
    return list;
}

} // namespace

void RowChoices::add(const QString &step, const QString &operatorName)
{
    if (!step.isEmpty())
        m_steps.insert(step);
    if (!operatorName.isEmpty())
        m_operators.insert(operatorName);
}

QStringList RowChoices::steps() const
{
    return sorted(m_steps);
}

QStringList RowChoices::operators() const
{
    return sorted(m_operators);
}

} // namespace pressboard::client
