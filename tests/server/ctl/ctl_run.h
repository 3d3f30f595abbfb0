// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/program.h"
#include "tests/support/manual_clock.h"
#include "tests/support/redis/redis_fixture.h"

#include <QString>
#include <QStringList>
#include <QTextStream>

#include <optional>

namespace pressboard::test {

/// pressboardctl inside the test: arguments in, exit code and text out.
class CtlRun
{
public:
    /// Against a fixture's Redis.
    CtlRun(const RedisFixture &redis, const QStringList &arguments);
    /// Against whatever the arguments say.
    explicit CtlRun(const QStringList &arguments,
                    const QProcessEnvironment &around = environment());
    Q_DISABLE_COPY_MOVE(CtlRun)

    /// Starts it and waits for its end; the exit code, -1 when it did not end.
    int end();
    void start();
    int waitForEnd();
    void stop() { m_program.stop(); }

    QString out();
    QString err();
    server::ctl::Program &program() { return m_program; }
    ManualClock &clock() { return m_clock; } ///< stands still until moved

    /// For a shop in Shanghai, 10:34 on a Monday.
    static QProcessEnvironment environment();

private:
    ManualClock m_clock;
    QString m_outText;
    QString m_errText;
    QTextStream m_out{&m_outText};
    QTextStream m_err{&m_errText};
    server::ctl::Program m_program;
    std::optional<int> m_exitCode;
};

} // namespace pressboard::test
