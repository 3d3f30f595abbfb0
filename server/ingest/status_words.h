// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace pressboard::server {

/// What CRMs call the four statuses, in English and Chinese, and what this shop's does. One list
/// for orders and steps: 1 is not begun, 2 under way, 3 done, 4 not to be done.
class StatusWords
{
public:
    StatusWords() = default; ///< those that CRMs use
    /// The shop's own before them, each as "word=status": 外发中=processing, 7=completed. The error
    /// names what cannot be.
    static Result<StatusWords> parse(const QStringList &pairs);

    /// 1 to 4; nothing for a word that is none of ours. In any case, with "-" or blanks for "_".
    std::optional<int> numberOf(const QString &word) const;

private:
    QHash<QString, int> m_own;
};

} // namespace pressboard::server
