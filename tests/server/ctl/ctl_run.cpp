// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ctl/ctl_run.h"

#include <QTest>

namespace pressboard::test {

using namespace std::chrono_literals;

CtlRun::CtlRun(const RedisFixture &redis, const QStringList &arguments)
    : CtlRun(QStringList{QStringLiteral("--redis"), redis.url()} + arguments)
{
}

CtlRun::CtlRun(const QStringList &arguments, const QProcessEnvironment &around)
    : m_clock(*momentFromText(QStringLiteral("2026-11-23T10:34:00+08:00"), QTimeZone::utc()))
    , m_program(arguments, around, m_clock, m_out, m_err)
{
    QObject::connect(&m_program, &server::ctl::Program::finished, &m_program,
                     [this](int exitCode) { m_exitCode = exitCode; });
    // The machine may be busy with everybody's tests.
    m_program.setPatience(60s);
}

QProcessEnvironment CtlRun::environment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PRESSBOARD_TIMEZONE"), QStringLiteral("Asia/Shanghai"));
    // Nobody: a server of somebody else's may stand at the usual one.
    environment.insert(QStringLiteral("PRESSBOARD_OPS"), QStringLiteral("127.0.0.1:1"));
    environment.insert(QStringLiteral("USER"), QStringLiteral("wang"));
    return environment;
}

int CtlRun::end()
{
    start();
    return waitForEnd();
}

void CtlRun::start()
{
    m_program.start();
}

int CtlRun::waitForEnd()
{
    const bool ended = QTest::qWaitFor([this] { return m_exitCode.has_value(); }, 60'000);
    return ended ? *m_exitCode : -1;
}

QString CtlRun::out()
{
    m_out.flush();
    return m_outText;
}

QString CtlRun::err()
{
    m_err.flush();
    return m_errText;
}

} // namespace pressboard::test
