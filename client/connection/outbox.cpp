// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/outbox.h"

#include "shared/protocol/codec.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace pressboard::client {
namespace {

constexpr std::chrono::milliseconds patience = 30s;

PublishOutcome failed(const QString &code, const QString &message)
{
    PublishOutcome outcome;
    outcome.code = code;
    outcome.message = message;
    return outcome;
}

} // namespace

struct Outbox::Letter
{
    Letter(Scheduler &scheduler, std::function<void()> onDeadline)
        : deadline(scheduler, std::move(onDeadline))
    {
    }
    QString ref;
    QByteArray frame;
    PublishCallback callback;
    std::chrono::milliseconds sentAt{0}; ///< monotonic
    Alarm deadline;
};

Outbox::Outbox(Scheduler &scheduler, const Clock &clock, Send send)
    : m_scheduler(scheduler)
    , m_clock(clock)
    , m_send(std::move(send))
{
}

Outbox::~Outbox() = default;

void Outbox::add(const protocol::Publish &publish, PublishCallback callback)
{
    add(publish.ref, protocol::encode(publish), std::move(callback));
}

void Outbox::add(const QString &ref, const QByteArray &frame, PublishCallback callback)
{
    if (m_letters.size() >= mostPending) {
        callback(failed(QStringLiteral("too_many"),
                        tr("Too much is waiting for the server. Try again in a minute.")));
        return;
    }
    auto letter = std::make_unique<Letter>(m_scheduler, [this, ref] { expire(ref); });
    letter->ref = ref;
    letter->frame = frame;
    letter->callback = std::move(callback);
    letter->deadline.start(patience);
    m_letters.push_back(std::move(letter));
    if (m_open)
        send(*m_letters.back());
}

void Outbox::open()
{
    m_open = true;
    for (const auto &letter : m_letters)
        send(*letter);
}

void Outbox::abandon()
{
    shut();
    const PublishOutcome outcome =
        failed(QStringLiteral("unavailable"), tr("The server was changed before it answered."));
    while (!m_letters.empty())
        finish(m_letters.front()->ref, outcome);
}

void Outbox::settle(const protocol::Ack &ack)
{
    PublishOutcome outcome;
    outcome.echoed = !ack.echo.isEmpty();
    outcome.stored = !outcome.echoed;
    outcome.id = ack.id;
    outcome.online = ack.online;
    finish(ack.ref, outcome);
}

void Outbox::settle(const protocol::Refusal &refusal)
{
    finish(refusal.ref, failed(refusal.code, refusal.message));
}

void Outbox::send(Letter &letter)
{
    letter.sentAt = m_clock.monotonic();
    m_send(letter.frame);
}

void Outbox::expire(const QString &ref)
{
    finish(
        ref,
        failed(QStringLiteral("unavailable"), tr("The server did not answer within 30 seconds.")));
}

void Outbox::finish(const QString &ref, PublishOutcome outcome)
{
    const auto found = std::find_if(m_letters.begin(), m_letters.end(),
                                    [&ref](const auto &letter) { return letter->ref == ref; });
    if (found == m_letters.end())
        return;
    // The callback may publish again: the letter has to be out of the box by then.
    const std::unique_ptr<Letter> letter = std::move(*found);
    m_letters.erase(found);
    outcome.roundTrip = m_clock.monotonic() - letter->sentAt;
    letter->callback(outcome);
}

} // namespace pressboard::client
