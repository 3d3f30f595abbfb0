// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>

namespace pressboard::client {

/// What a list could be narrowed to: what its rows have, whatever it is narrowed to now.
class RowChoices
{
public:
    void add(const QString &step, const QString &operatorName);

    QStringList steps() const;
    QStringList operators() const; ///< as a Chinese reader looks names up

private:
    QSet<QString> m_steps;
    QSet<QString> m_operators;
};

} // namespace pressboard::client
