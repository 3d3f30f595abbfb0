// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis/moved_clock.h"

namespace pressboard::test {

MovedClock::MovedClock()
{
    if (!m_ahead.open())
        qFatal("No file for a clock: %s", qPrintable(m_ahead.errorString()));
    advance({});
}

QProcessEnvironment MovedClock::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"),
                       QStringLiteral(PRESSBOARD_MOVED_CLOCK_LIBRARY));
    environment.insert(QStringLiteral("PRESSBOARD_MOVED_CLOCK"), m_ahead.fileName());
    return environment;
}

void MovedClock::advance(std::chrono::milliseconds by)
{
    m_by += by;
    const qint64 us = m_by.count();
    if (!m_ahead.seek(0) || m_ahead.write(reinterpret_cast<const char *>(&us), sizeof us) < 0
        || !m_ahead.flush())
        qFatal("The clock was not moved: %s", qPrintable(m_ahead.errorString()));
}

} // namespace pressboard::test
