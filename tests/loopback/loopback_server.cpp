// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/loopback/loopback_server.h"

#include "server/auth/token.h"
#include "tests/support/random_events.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace pressboard::test {
namespace {

QByteArray tokenIn(const client::Headers &headers)
{
    for (const auto &[name, value] : headers) {
        if (name == "Authorization")
            return value.mid(qsizetype(sizeof("Bearer ")) - 1);
    }
    return {};
}

server::HubOptions options()
{
    server::HubOptions options;
    options.limits.messagesBurst = 1'000'000;
    options.limits.publishesBurst = 1'000'000;
    options.shop.timezone = QStringLiteral("UTC");
    options.shop.joinSteps = defaultJoinSteps();
    options.shop.fields = RandomEvents::customFields();
    return options;
}

} // namespace

LoopbackServer::LoopbackServer(qsizetype ringBytes)
    : m_ringBytes(ringBytes)
{
    m_book.epoch = QStringLiteral("e1");
}

LoopbackServer::~LoopbackServer()
{
    dropHub();
}

std::shared_ptr<LoopbackConnection>
LoopbackServer::newConnection(std::function<void(const server::Identity &)> welcomed)
{
    auto connection = std::make_shared<LoopbackConnection>();
    LoopbackConnection *plain = connection.get();
    connection->handshake = [this](const client::Headers &headers) {
        return m_hub ? handshake(headers) : 503;
    };
    // The connection holds this function, so the function must not hold the connection.
    connection->welcome = [this, plain, welcomed](std::unique_ptr<server::Wire> wire) {
        const QByteArray token = tokenIn(plain->headers());
        welcomed(*users.authenticate(token));
        welcome(std::move(wire), plain->headers());
    };
    m_connections.append(connection);
    return connection;
}

int LoopbackServer::handshake(const client::Headers &headers) const
{
    return users.authenticate(tokenIn(headers)) ? 101 : 401;
}

void LoopbackServer::welcome(std::unique_ptr<server::Wire> wire, const client::Headers &headers)
{
    const QByteArray token = tokenIn(headers);
    m_hub->welcome(
        std::move(wire),
        {*users.authenticate(token), server::tokenHash(token), server::Viewer::Dialect::V1});
}

void LoopbackServer::start()
{
    m_log = std::make_unique<server::EventLog>(m_ringBytes, defaultJoinSteps(),
                                               RandomEvents::customFields());
    m_log->reset(m_book, m_steadySince);
    const QList<Event> &past = stored.events();
    for (auto event = past.crbegin(); event != past.crend(); ++event) {
        if (!m_log->appendHistory(*event))
            break;
    }
    stored.setReader(m_log.get());
    QObject::connect(m_log.get(), &server::EventLog::applied, m_log.get(), [this] {
        const server::Ring &ring = m_log->ring();
        if (ring.end() > ring.first())
            m_sent[m_log->book().epoch].append(ring.at(ring.end() - 1));
    });
    m_hub = std::make_unique<server::Hub>(*m_log, stored, users, clock, options());
}

void LoopbackServer::stop()
{
    m_hub->stop(QStringLiteral("restart"));
    turn();
    // What was said last is on its way; it arrives although the server is gone.
    for (const auto &connection : std::as_const(m_connections)) {
        if (const auto living = connection.lock())
            living->deliverToClient(living->bytesToClient());
    }
    kill();
}

void LoopbackServer::kill()
{
    stored.settle(false);
    dropHub();
}

void LoopbackServer::dropHub()
{
    for (const auto &connection : std::as_const(m_connections)) {
        if (const auto living = connection.lock(); living && living->isOpen())
            living->cut(true);
    }
    m_connections.removeIf([](const auto &connection) { return connection.expired(); });
    if (!m_log)
        return;
    m_book = m_log->book();
    m_steadySince = m_log->steadySince();
    stored.setReader(nullptr);
    m_hub.reset();
    m_log.reset();
}

void LoopbackServer::beginEpoch()
{
    stored.forget();
    Book book = m_log->book();
    book.epoch = QStringLiteral("e%1").arg(++m_epoch);
    book.position = {1000, 0};
    const QList<CrmId> ids = book.orders().keys();
    for (const CrmId &id : ids) {
        Order order = *book.takeOrder(id);
        order.touched = {};
        for (Step &step : order.steps)
            step.touched = {};
        book.putOrder(order);
    }
    m_log->reset(book);
}

void LoopbackServer::turn()
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void LoopbackServer::pass(std::chrono::milliseconds time)
{
    while (time > 0ms) {
        const auto slice = std::min<std::chrono::milliseconds>(time, 500ms);
        scheduler.advance(slice);
        if (m_hub)
            m_hub->tick();
        time -= slice;
    }
}

} // namespace pressboard::test
