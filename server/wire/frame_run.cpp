// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/frame_run.h"

#include "server/wire/frame.h"

#include <algorithm>

namespace pressboard::server {

void FrameRun::append(QByteArrayView text)
{
    appendTextFrame(m_bytes, text);
    m_ends.append(m_bytes.size());
}

qsizetype FrameRun::frameAt(qsizetype offset) const
{
    return std::upper_bound(m_ends.begin(), m_ends.end(), offset) - m_ends.begin();
}

} // namespace pressboard::server
