// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/cli/line_cutter.h"

#include <utility>

namespace pressboard::server::ctl {

static constexpr QByteArrayView utf8Mark{"\xEF\xBB\xBF"};

void LineCutter::take(const QByteArray &bytes)
{
    m_bytes += bytes;
}

std::optional<LineCutter::Line> LineCutter::next()
{
    skipMark();
    qsizetype end = m_bytes.indexOf('\n', m_begin);
    if (end < 0 && m_finished && m_begin < m_bytes.size())
        end = m_bytes.size();
    if (end < 0) {
        keepRest();
        return std::nullopt;
    }
    const QByteArray line = m_bytes.mid(m_begin, end - m_begin);
    m_begin = end + 1;
    const bool isTooLong = std::exchange(m_skipping, false) || line.size() > lineBytes;
    return Line{line.trimmed(), isTooLong};
}

void LineCutter::skipMark()
{
    if (m_started || (m_bytes.size() < utf8Mark.size() && !m_finished))
        return;
    m_started = true;
    if (m_bytes.startsWith(utf8Mark))
        m_begin = utf8Mark.size();
}

void LineCutter::keepRest()
{
    m_bytes.remove(0, m_begin);
    m_begin = 0;
    if (m_bytes.size() > lineBytes) {
        m_bytes.truncate(1);
        m_skipping = true;
    }
}

} // namespace pressboard::server::ctl
