// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/command.h"
#include "server/ctl/command_table.h"
#include "server/ctl/status/ops_probe.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace pressboard::server::ctl {

/// pressboardctl without its process: arguments in, text and an exit code out. Reads the same
/// configuration as the server, waits a little for Redis, and runs one command.
class Program : public QObject
{
    Q_OBJECT
public:
    /// How long Redis may take to answer before it is said to be away.
    static constexpr std::chrono::seconds patience{5};

    /// `arguments` without the program's name. Clock and streams outlive this.
    Program(QStringList arguments, QProcessEnvironment environment, const Clock &clock,
            QTextStream &out, QTextStream &err, QObject *parent = nullptr);
    ~Program() override;

    void start();
    void stop(); ///< Ctrl-C
    void setErrIsTerminal() { m_errIsTerminal = true; }
    void setPatience(std::chrono::milliseconds patience) { m_waiting.setInterval(patience); }

Q_SIGNALS:
    void finished(int exitCode);

private:
    void findCommand();
    void run(const CommandKind &kind, const Arguments &arguments);
    void begin();
    void askServer();
    void giveUp(const std::optional<OpsAnswer> &server);
    void usageError(const QString &sentence);
    void end(Exit exit);

    QStringList m_arguments;
    QProcessEnvironment m_environment;
    const Clock &m_clock;
    QTextStream &m_out;
    QTextStream &m_err;
    Config m_config;
    ReadingRules m_reading{QTimeZone::utc()};
    std::unique_ptr<redis::Connection> m_redis;
    std::unique_ptr<Command> m_command;
    std::unique_ptr<OpsProbe> m_ops; ///< once Redis does not answer
    QTimer m_waiting;
    bool m_errIsTerminal = false;
    bool m_begun = false;
    bool m_ended = false;
};

} // namespace pressboard::server::ctl
