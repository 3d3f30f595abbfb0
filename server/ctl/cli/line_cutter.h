// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace pressboard::server::ctl {

/// Cuts bytes, which come in pieces, into lines. CRLF and a byte order mark do no harm; what is
/// kept of a line that never ends is bounded.
class LineCutter
{
public:
    /// Far more than the longest event or order that is taken, however it is indented.
    static constexpr qsizetype lineBytes = 1024 * 1024;

    struct Line
    {
        QByteArray text; ///< without blanks around it
        bool isTooLong = false; ///< the text is not all of it
    };

    void take(const QByteArray &bytes);
    void finish() { m_finished = true; } ///< the last line may have no end
    /// Nothing: more bytes are needed, or that was all.
    std::optional<Line> next();

private:
    void skipMark();
    void keepRest();

    QByteArray m_bytes;
    qsizetype m_begin = 0; ///< of the next line in them
    bool m_started = false;
    bool m_finished = false;
    bool m_skipping = false; ///< the rest of a line that is too long
};

} // namespace pressboard::server::ctl
