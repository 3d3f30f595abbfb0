// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <memory>

namespace pressboard::client {

/// Turns 新知书局 into "xzsj", the way Chinese business software is searched (助记码). Letters and
/// digits stay, in lower case; everything else goes. Built without ICU it knows no initials and
/// gives "".
class PinyinInitials
{
public:
    PinyinInitials();
    ~PinyinInitials();

    /// Remembers what it was asked: customers and products repeat.
    QString of(const QString &text);

private:
    static constexpr int mostRemembered = 50'000;

    class Transliterator;
    std::unique_ptr<Transliterator> m_transliterator; ///< null until asked: it takes its time
    QHash<QString, QString> m_remembered;
};

} // namespace pressboard::client
