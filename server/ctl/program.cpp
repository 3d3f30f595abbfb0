// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/program.h"

#include "server/config/config_sources.h"
#include "shared/base/visible_text.h"

#include <QCoreApplication>

namespace pressboard::server::ctl {

namespace {

/// The server's own Redis listens here, in its data directory.
constexpr QLatin1StringView embeddedSocket{"/redis.sock"};

Result<redis::Endpoint> endpointOf(const Config &config)
{
    if (!config.usesEmbeddedRedis())
        return redis::Endpoint::parse(config.redis, {config.redisCa, config.redisFiles()});
    redis::Endpoint endpoint;
    endpoint.socketPath = config.dataDir + embeddedSocket;
    return endpoint;
}

} // namespace

Program::Program(QStringList arguments, QProcessEnvironment environment, const Clock &clock,
                 QTextStream &out, QTextStream &err, QObject *parent)
    : QObject(parent)
    , m_arguments(std::move(arguments))
    , m_environment(std::move(environment))
    , m_clock(clock)
    , m_out(out)
    , m_err(err)
{
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(patience);
    connect(&m_waiting, &QTimer::timeout, this, &Program::askServer);
}

Program::~Program() = default;

void Program::start()
{
    // What comes after "--" is no option, whatever it looks like.
    const QStringList options = m_arguments.mid(0, m_arguments.indexOf(QStringLiteral("--")));
    if (options.contains(QStringLiteral("--help"))) {
        m_out << helpFor(options) << Qt::flush;
        return end(Exit::Done);
    }
    if (options.contains(QStringLiteral("--version"))) {
        m_out << "pressboardctl " << QCoreApplication::applicationVersion() << Qt::endl;
        return end(Exit::Done);
    }
    const ConfigOrProblems config = loadConfig(m_arguments, m_environment);
    if (const auto *problems = std::get_if<QStringList>(&config)) {
        for (const QString &problem : *problems)
            m_err << visibleText(problem) << Qt::endl;
        return end(Exit::Failed);
    }
    m_config = std::get<Config>(config);
    const auto words = StatusWords::parse(m_config.statusWords);
    if (!words) {
        m_err << visibleText(words.error().message) << Qt::endl;
        return end(Exit::Failed);
    }
    m_reading = {m_config.timezone, *words, m_config.fields};
    findCommand();
}

void Program::findCommand()
{
    const CommandKind *kind = takeCommand(m_arguments);
    if (!kind) {
        return usageError(
            m_arguments.isEmpty()
                ? QStringLiteral("What shall it do? See pressboardctl --help.")
                : QStringLiteral("There is no command \"%1\"; see pressboardctl --help.")
                      .arg(visibleText(m_arguments.first())));
    }
    const auto arguments = Arguments::parse(m_arguments, kind->options);
    if (!arguments)
        return usageError(visibleText(arguments.error().message) + u'\n' + usageOf(*kind));
    if (arguments->plain().size() != kind->plain)
        return usageError(usageOf(*kind));
    run(*kind, *arguments);
}

void Program::run(const CommandKind &kind, const Arguments &arguments)
{
    const auto endpoint = endpointOf(m_config);
    if (!endpoint)
        return usageError(visibleText(endpoint.error().message));
    m_redis = std::make_unique<redis::Connection>(*endpoint, QStringLiteral("pressboard:ctl"));
    auto made = kind.make(arguments,
                          Tools{m_config, m_environment, *m_redis,
                                redis::Keys{m_config.prefix.toUtf8(), m_redis->endpoint().database},
                                m_reading, m_clock, m_out, m_err, m_errIsTerminal});
    if (!made)
        return usageError(visibleText(made.error().message) + u'\n' + usageOf(kind));
    m_command = std::move(made).value();
    connect(m_command.get(), &Command::finished, this, &Program::end);
    if (!kind.needsRedis)
        return begin();
    connect(m_redis.get(), &redis::Connection::becameReady, this, &Program::begin);
    m_waiting.start();
    m_redis->open();
}

void Program::begin()
{
    if (m_begun)
        return; // a reconnect is the command's business
    m_begun = true;
    m_waiting.stop();
    m_command->start();
}

/// It may run, and know why.
void Program::askServer()
{
    m_ops = std::make_unique<OpsProbe>(m_config.ops, m_config.opsToken);
    connect(m_ops.get(), &OpsProbe::answered, this, &Program::giveUp);
    m_ops->ask();
}

void Program::giveUp(const std::optional<OpsAnswer> &server)
{
    if (m_begun || m_ended)
        return;
    const QString redis = m_redis->endpoint().toDisplay();
    if (server && server->isOf(redis, m_config.prefix)) {
        m_err << "No usable Redis at " << redis << ". pressboard-server runs, and answers at "
              << server->address << ": " << visibleText(server->reasons.join(u' ')) << Qt::endl;
        return end(Exit::Failed);
    }
    const QString why = m_redis->lostReason();
    m_err << "No usable Redis at " << redis << ": is pressboard-server running? "
          << visibleText(why) << (why.isEmpty() ? "" : " ");
    if (m_config.usesEmbeddedRedis())
        m_err << "Its data directory is named with --data-dir DIR, another Redis with --redis URL.";
    m_err << Qt::endl;
    end(Exit::Failed);
}

void Program::stop()
{
    if (m_begun)
        m_command->stop();
    else
        end(Exit::Failed);
}

void Program::usageError(const QString &sentence)
{
    m_err << sentence << Qt::endl;
    end(Exit::WrongUsage);
}

void Program::end(Exit exit)
{
    if (m_ended)
        return;
    m_ended = true;
    m_waiting.stop();
    m_out.flush();
    Q_EMIT finished(int(exit));
}

} // namespace pressboard::server::ctl
