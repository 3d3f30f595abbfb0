// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/simulate.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace pressboard::server::ctl {

namespace {

using namespace std::chrono_literals;

/// Live events on their way; more than Redis can take wait for their turn.
constexpr qint64 window = 256;

Result<double> rateFrom(const Arguments &arguments)
{
    constexpr double most = 10'000;
    bool numeric = false;
    const QString text = arguments.value("rate", QStringLiteral("1"));
    const double rate = text.toDouble(&numeric);
    if (numeric && rate >= 0.001 && rate <= most)
        return rate;
    return Error{QStringLiteral("--rate: found \"%1\", expected events per second, 0.001 to 10000")
                     .arg(text)};
}

Result<Moment> startFrom(const Arguments &arguments, const Tools &tools)
{
    if (!arguments.has("start"))
        return tools.clock.now();
    if (const auto start = momentFromText(arguments.value("start"), tools.config.timezone))
        return *start;
    return Error{QStringLiteral("--start: found \"%1\", expected a time such as 2026-11-23T10:30")
                     .arg(arguments.value("start"))};
}

} // namespace

MadeCommand Simulate::make(const Arguments &arguments, const Tools &tools)
{
    constexpr qint64 any = std::numeric_limits<qint64>::max();
    const auto orders = arguments.number("orders", 40, 1, 100'000);
    const auto seed = arguments.number("seed", 1, 0, any);
    const auto count = arguments.number("count", 0, 0, any);
    for (const auto *number : {&orders, &seed, &count}) {
        if (!*number)
            return number->error();
    }
    const auto rate = rateFrom(arguments);
    if (!rate)
        return rate.error();
    const auto start = startFrom(arguments, tools);
    if (!start)
        return start.error();
    Options options;
    options.shop = {quint64(*seed), *start, int(*orders),
                    std::chrono::duration_cast<std::chrono::milliseconds>(1.0s / *rate),
                    tools.config.timezone};
    options.rate = *rate;
    if (arguments.has("count"))
        options.count = *count;
    options.keep = arguments.has("keep");
    options.force = arguments.has("force");
    return std::unique_ptr<Command>(new Simulate(tools, options));
}

Simulate::Simulate(const Tools &tools, Options options)
    : Command(tools)
    , m_options(std::move(options))
    , m_shop(m_options.shop)
    , m_book(tools.redis, tools.keys, tools.reading)
    , m_bulk(tools.redis, tools.keys)
    , m_publisher(tools.redis, tools.keys)
{
    const auto failed = [this](const Error &error) { fail(error.message); };
    connect(&m_book, &BookReader::read, this, &Simulate::warmUp);
    connect(&m_book, &BookReader::failed, this, failed);
    connect(&m_bulk, &BulkAppend::finished, this, &Simulate::onWritten);
    connect(&m_bulk, &BulkAppend::failed, this, failed);
    connect(&m_timer, &QTimer::timeout, this, &Simulate::tick);
    m_timer.setTimerType(Qt::PreciseTimer);
}

void Simulate::start()
{
    m_book.start();
}

/// What an earlier simulation left behind goes first: its ids are needed again.
void Simulate::warmUp(const Book &book)
{
    QList<Event> events;
    for (const Order &order : book.orders()) {
        if (order.orderId.isNumber() && order.orderId >= simulation::firstId) {
            events.append(eventOf(simulation::orderDeleted(order, m_options.shop.start)));
        } else if (!m_options.force) {
            fail(QStringLiteral("This log has real orders (%1 is one): a simulation would mix with "
                                "them on every board. Use another --prefix or Redis, or --force.")
                     .arg(order.orderNo.isEmpty() ? order.orderId.toString() : order.orderNo));
            return;
        }
    }
    m_phase = Phase::WarmingUp;
    for (const simulation::ShopEvent &happened : m_shop.past())
        events.append(eventOf(happened));
    m_bulk.start(events);
}

void Simulate::onWritten()
{
    if (m_phase == Phase::Leaving) {
        m_tools.err << "The simulated orders are gone." << Qt::endl;
        succeed();
    } else if (m_stopWanted) {
        leave();
    } else {
        live();
    }
}

void Simulate::live()
{
    m_phase = Phase::Living;
    m_tools.err << m_options.shop.orders << " orders are under way; Ctrl-C ends the simulation."
                << Qt::endl;
    m_began = m_tools.clock.monotonic();
    m_timer.start(std::clamp(m_options.shop.interval, 1ms, 1000ms));
    tick();
}

/// Sends what is due by now, so that a late timer changes nothing in the rate.
void Simulate::tick()
{
    const std::chrono::duration<double> lived = m_tools.clock.monotonic() - m_began;
    const qint64 due = std::min(qint64(lived.count() * m_options.rate), m_options.count);
    while (m_lived < due && m_unanswered < window) {
        ++m_lived;
        ++m_unanswered;
        m_publisher.append(eventOf(m_shop.next()),
                           [this](const Result<StreamId> &stored) { onStored(stored); });
    }
    if (m_lived >= m_options.count && m_unanswered == 0)
        leave();
}

void Simulate::onStored(const Result<StreamId> &stored)
{
    --m_unanswered;
    if (m_phase != Phase::Living)
        return;
    if (!stored) {
        m_timer.stop();
        fail(stored.error().message);
    } else if (m_lived >= m_options.count) {
        tick();
    }
}

void Simulate::stop()
{
    if (std::exchange(m_stopWanted, true))
        fail(QStringLiteral("Ended at once. Simulated orders may be left; the next simulation "
                            "removes them."));
    else if (m_phase == Phase::Looking)
        succeed(); // nothing was written yet
    else if (m_phase == Phase::Living)
        leave();
}

void Simulate::leave()
{
    m_phase = Phase::Leaving;
    m_timer.stop();
    if (m_options.keep) {
        succeed();
        return;
    }
    QList<Event> events;
    for (const simulation::ShopEvent &happened : m_shop.farewell())
        events.append(eventOf(happened));
    m_bulk.start(events);
}

Event Simulate::eventOf(const simulation::ShopEvent &happened) const
{
    return {
        {}, happened.type, happened.data, Audience(happened.groups), QStringLiteral("simulate")};
}

} // namespace pressboard::server::ctl
