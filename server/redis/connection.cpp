// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/connection.h"

#include "server/logging/logging.h"
#include "server/redis/script.h"
#include "server/redis/sentences.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace pressboard::server::redis {

namespace {

Reply lostReply(const QString &reason)
{
    Reply reply;
    reply.kind = Reply::Kind::Lost;
    reply.text = reason.toUtf8();
    return reply;
}

Reply forPeople(Reply error)
{
    const QByteArray plain = sentences::withoutScript(error.text);
    if (plain != error.text)
        qCDebug(lcRedis) << error.text; // for whoever mends the script
    error.text = sentences::withClusterAdvice(plain);
    return error;
}

void refuse(const QString &reason, QObject *context, const Connection::Callback &callback)
{
    if (!callback)
        return;
    // Later, as every answer: a caller is never surprised from inside its own call.
    QMetaObject::invokeMethod(
        context, [callback, reason] { callback(lostReply(reason)); }, Qt::QueuedConnection);
}

bool isSubscribe(const QByteArray &command)
{
    return command.compare("SUBSCRIBE", Qt::CaseInsensitive) == 0
        || command.compare("PSUBSCRIBE", Qt::CaseInsensitive) == 0;
}

} // namespace

void Connection::Pending::answer(const Reply &reply) const
{
    if (callback && context)
        callback(reply);
}

Connection::Connection(Endpoint endpoint, QString name, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , m_name(std::move(name))
    , m_route(m_endpoint)
    , m_backoff(firstRetry, longestRetry, QRandomGenerator::global()->generate())
{
    m_retry.setSingleShot(true);
    m_watchdog.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Connection::attempt);
    connect(&m_watchdog, &QTimer::timeout, this, &Connection::checkDeadlines);
    connect(&m_route, &Route::found, this, &Connection::connectTo);
    connect(&m_route, &Route::failed, this, &Connection::lose);
    connect(&m_route, &Route::moved, this, &Connection::leave);
}

Connection::~Connection() = default;

void Connection::open()
{
    if (isOpen())
        return;
    m_state = State::Waiting;
    m_backoff.reset();
    m_retry.start(0);
    m_route.open();
}

void Connection::close()
{
    m_state = State::Closed;
    m_retry.stop();
    m_route.close();
    dropAttempt();
    answerAllLost(QStringLiteral("The connection to Redis was closed."));
}

void Connection::attempt()
{
    m_state = State::Connecting;
    watch(std::chrono::steady_clock::now() + m_route.longest());
    m_route.find();
}

void Connection::connectTo(const Endpoint &target)
{
    m_watchdog.stop();
    m_foundAt = std::chrono::steady_clock::now();
    m_transport.reset(new Transport(target));
    connect(m_transport.get(), &Transport::opened, this, &Connection::greet);
    connect(m_transport.get(), &Transport::readyRead, this, &Connection::onReadyRead);
    connect(m_transport.get(), &Transport::failed, this, &Connection::onFailed);
    watch(std::chrono::steady_clock::now() + connectTimeout);
    m_transport->open();
}

void Connection::greet()
{
    m_state = State::Greeting;
    const auto say = [this](const QByteArrayList &arguments) {
        send(
            arguments, this,
            [this, command = arguments.first()](const Reply &reply) { onGreeted(command, reply); },
            connectTimeout);
    };
    if (!m_endpoint.password.isEmpty() && m_endpoint.user.isEmpty())
        say({"AUTH", m_endpoint.password.toUtf8()});
    else if (!m_endpoint.password.isEmpty())
        say({"AUTH", m_endpoint.user.toUtf8(), m_endpoint.password.toUtf8()});
    if (m_endpoint.database != 0)
        say({"SELECT", QByteArray::number(m_endpoint.database)});
    if (!m_name.isEmpty())
        say({"CLIENT", "SETNAME", m_name.toUtf8()});
    if (!m_absentKey.isEmpty()) {
        say({"ROLE"});
        // Two, so that a cluster says at once when it does not keep our keys together.
        say({"DEL", m_absentKey, m_absentKey + "-too"});
    }
    if (m_asksRunId)
        say({"INFO", "server"});
    // The one command that a Redis which is still loading, or wants a password, refuses.
    say({"PING"});
}

void Connection::onGreeted(const QByteArray &command, const Reply &reply)
{
    if (reply.isLost())
        return;
    // Only a name in CLIENT LIST, or a question: not worth failing for.
    const bool isMinor =
        command == "CLIENT" || command == "DEL" || command == "ROLE" || command == "INFO";
    if (isMinor
        && (reply.text.startsWith("NOPERM") || reply.text.startsWith("NOAUTH")
            || reply.text.startsWith("ERR unknown")))
        return;
    const bool takesNoWrites = sentences::isNoWrite(reply.text);
    if (takesNoWrites && command == "PING")
        becomeReady(); // it can be read, and whoever writes hears it
    else if (takesNoWrites && command == "DEL")
        return;
    else if (reply.isError())
        lose(sentences::refused(m_endpoint, reply.text));
    else if (command == "ROLE")
        handleRole(reply);
    else if (command == "INFO")
        handleInfo(reply);
    else if (command == "PING" && reply.text != "PONG")
        lose(sentences::notRedis(m_endpoint));
    else if (command == "PING")
        becomeReady();
}

void Connection::checkMaster()
{
    if (!m_absentKey.isEmpty())
        command({"ROLE"}, this, [this](const Reply &reply) { handleRole(reply); });
}

/// ["slave", host, port, state, offset]; who may not ask learns nothing.
void Connection::handleRole(const Reply &reply)
{
    if (reply.items.size() >= 3 && reply.items[0].text == "slave") {
        lose(sentences::isReplica(
            m_endpoint, reply.items[1].text + ':' + QByteArray::number(reply.items[2].integer)));
    }
}

/// Whoever compares it does so now, before anything is asked here.
void Connection::handleInfo(const Reply &reply)
{
    const QByteArray name = "\nrun_id:";
    const qsizetype at = reply.text.indexOf(name);
    if (at < 0)
        return;
    m_runId = reply.text.sliced(at + name.size()).split('\n').first().trimmed();
    Q_EMIT identified();
}

void Connection::leave(const QString &reason)
{
    if (m_state > State::Waiting)
        lose(reason);
}

void Connection::becomeReady()
{
    if (m_endpoint.isSentinel() && std::chrono::steady_clock::now() - m_foundAt > sentinelsWord) {
        lose(sentences::slowMaster(m_endpoint));
        return;
    }
    m_state = State::Ready;
    m_route.onConnected(m_transport->peerAddress());
    m_backoff.reset();
    m_lostReason.clear();
    if (!std::exchange(m_toldReady, true) && !m_name.isEmpty())
        qCInfo(lcRedis).noquote() << m_name << "is connected to" << m_endpoint.toDisplay();
    Q_EMIT becameReady();
}

void Connection::onReadyRead()
{
    const QPointer<Connection> self(this);
    const Transport *transport = m_transport.get();
    m_parser.feed(m_transport->readAll());
    while (const auto reply = m_parser.next()) {
        handle(*reply);
        // Whoever was called back may have closed, reopened or deleted this connection.
        if (!self || m_transport.get() != transport)
            return;
    }
    if (m_parser.isBroken())
        lose(sentences::notRedis(m_endpoint));
}

void Connection::handle(const Reply &reply)
{
    if (isPush(reply)) {
        Q_EMIT pushed(reply);
        return;
    }
    if (m_pending.empty()) {
        // Nobody asked: Redis says goodbye with an error, or it is something else altogether.
        lose(reply.isError() ? sentences::refused(m_endpoint, reply.text)
                             : sentences::notRedis(m_endpoint));
        return;
    }
    const Reply answer = reply.isError() ? forPeople(reply) : reply;
    if (isUseless(answer)) {
        lose(sentences::refused(m_endpoint, answer.text));
        return;
    }
    const Pending pending = std::move(m_pending.front());
    m_pending.pop_front();
    pending.answer(answer);
}

bool Connection::isUseless(const Reply &reply) const
{
    return isReady() && !m_absentKey.isEmpty() && reply.isError()
        && sentences::isNoMaster(reply.text);
}

bool Connection::isPush(const Reply &reply) const
{
    if (!m_subscribed || reply.kind != Reply::Kind::Array || reply.items.isEmpty())
        return false;
    const QByteArray &kind = reply.items.first().text;
    return kind == "message" || kind == "pmessage";
}

void Connection::onFailed(const QString &reason)
{
    const bool plain = !m_endpoint.tls && !m_endpoint.isLocal();
    if (m_state == State::Greeting && plain)
        lose(reason
             + QStringLiteral(" It did so before its first answer: is it a Redis, and does "
                              "it want TLS (rediss://)?"));
    else
        lose(reason);
}

void Connection::lose(const QString &reason)
{
    const bool wasReady = isReady();
    const bool isNews = wasReady || reason != m_lostReason;
    m_lostReason = reason;
    m_state = State::Waiting;
    dropAttempt();
    m_retry.start(m_backoff.next());
    tellLoss(reason);

    const QPointer<Connection> self(this);
    answerAllLost(reason);
    if (self && wasReady)
        Q_EMIT becameLost(reason);
    else if (self && isNews)
        Q_EMIT connectFailed(reason);
}

/// Not the same again, and not at every turn of a Redis that comes and goes.
void Connection::tellLoss(const QString &reason)
{
    if (m_name.isEmpty() || (!m_toldReady && reason == m_toldReason)
        || !m_toldSentences.isDue(reason))
        return;
    m_toldReady = false;
    m_toldReason = reason;
    qCWarning(lcRedis).noquote() << m_name << "is not connected:" << reason;
}

void Connection::dropAttempt()
{
    m_route.stop();
    m_watchdog.stop();
    m_transport.reset();
    m_parser = ReplyParser();
    m_subscribed = false;
    m_runId.clear();
    m_knownScripts.clear();
}

void Connection::answerAllLost(const QString &reason)
{
    const auto pending = std::exchange(m_pending, {});
    const Reply lost = lostReply(reason);
    for (const Pending &each : pending)
        each.answer(lost);
}

void Connection::command(const QByteArrayList &arguments, QObject *context, Callback callback,
                         milliseconds timeout)
{
    Q_ASSERT(context || !callback);
    if (!isReady())
        refuse(m_lostReason.isEmpty() ? QStringLiteral("Redis is not connected yet.")
                                      : m_lostReason,
               context, callback);
    else if (m_transport->unsentBytes() > maxUnsentBytes)
        refuse(
            QStringLiteral("Redis at %1 takes data too slowly: look at its load and the network.")
                .arg(m_endpoint.toDisplay()),
            context, callback);
    else
        send(arguments, context, std::move(callback), timeout);
}

void Connection::send(const QByteArrayList &arguments, QObject *context, Callback callback,
                      milliseconds timeout)
{
    if (isSubscribe(arguments.first()))
        m_subscribed = true;
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    m_pending.push_back({context, std::move(callback), timeout, deadline});
    watch(deadline);
    m_transport->write(encodeCommand(arguments));
}

void Connection::script(const Script &script, const QByteArrayList &keys,
                        const QByteArrayList &arguments, QObject *context, Callback callback,
                        milliseconds timeout)
{
    const QByteArrayList rest = QByteArrayList{QByteArray::number(keys.size())} + keys + arguments;
    if (!m_knownScripts.contains(script.sha1())) {
        evaluate(script, rest, context, callback, timeout);
        return;
    }
    const auto orEvaluate = [=, this](const Reply &reply) {
        if (reply.isError() && reply.text.startsWith("NOSCRIPT"))
            evaluate(script, rest, context, callback, timeout);
        else if (callback)
            callback(reply);
    };
    command(QByteArrayList{"EVALSHA", script.sha1()} + rest, context ? context : this, orEvaluate,
            timeout);
}

void Connection::evaluate(const Script &script, const QByteArrayList &countKeysArguments,
                          QObject *context, const Callback &callback, milliseconds timeout)
{
    if (isReady())
        m_knownScripts.insert(script.sha1());
    command(QByteArrayList{"EVAL", script.text()} + countKeysArguments, context, callback, timeout);
}

void Connection::watch(Deadline deadline)
{
    if (m_watchdog.isActive() && m_watchedDeadline <= deadline)
        return;
    m_watchedDeadline = deadline;
    const auto left = deadline - std::chrono::steady_clock::now();
    m_watchdog.start(std::max(std::chrono::ceil<milliseconds>(left), milliseconds(0)));
}

void Connection::checkDeadlines()
{
    if (m_state != State::Ready) {
        lose(sentences::silent(m_endpoint, connectTimeout));
        return;
    }
    const QPointer<Connection> self(this);
    const Transport *transport = m_transport.get();
    // This process may itself have been stopped meanwhile: what has arrived counts.
    while (overdue() && m_transport->poll()) {
        if (!self || m_transport.get() != transport)
            return;
    }
    if (!self || m_transport.get() != transport)
        return;
    if (const Pending *late = overdue())
        lose(sentences::silent(m_endpoint, late->timeout));
    else if (!m_pending.empty())
        watch(std::ranges::min(m_pending, {}, &Pending::deadline).deadline);
}

const Connection::Pending *Connection::overdue() const
{
    const auto now = std::chrono::steady_clock::now();
    const auto late = std::ranges::find_if(
        m_pending, [now](const Pending &pending) { return pending.deadline <= now; });
    return late == m_pending.end() ? nullptr : &*late;
}

} // namespace pressboard::server::redis
