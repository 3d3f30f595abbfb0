// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QString>

#include <chrono>

namespace pressboard::server {

/// What comes and goes many times a minute is worth a line the first time, not each time: a
/// sentence is due when it was not told within the last minute. Numbers make no other sentence of
/// it.
class ToldSentences
{
public:
    static constexpr std::chrono::minutes pause{1};
    /// More different ones than this are forgotten all at once, and told again.
    static constexpr qsizetype kept = 32;

    /// Whoever asks tells it then.
    bool isDue(const QString &sentence);

private:
    QHash<QString, QElapsedTimer> m_told;
};

} // namespace pressboard::server
