// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/stuck_settings.h"
#include "server/log/event_log.h"
#include "server/stuck/stuck_pass.h"

#include <QObject>
#include <QTimer>
#include <QTimeZone>

#include <functional>
#include <optional>

namespace pressboard::server {

/// Raises a notice for what is stuck, once, and withdraws it when it moves: on the server that
/// writes, from time to time, and in small pieces, since nobody waits for it.
class StuckWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds interval{60};
    static constexpr int ordersAtOnce = 500;

    struct Options
    {
        StuckSettings settings;
        QTimeZone timezone = QTimeZone::utc(); ///< the shop's
        bool operator==(const Options &) const = default;
    };
    /// Puts an event into the log; with the same `ref` once in two days.
    using Append = std::function<void(const Event &event, const QByteArray &ref)>;

    /// `log` and `clock` must outlive it. `mayTell`: this server is the one that writes, and knows
    /// what is in the log. Where nothing is set it costs next to nothing.
    StuckWatch(const EventLog &log, const Clock &clock, std::function<bool()> mayTell,
               Append append, Options options, QObject *parent = nullptr);

    /// Other settings: what is under way is begun again with them.
    void setOptions(const Options &options);
    void start();
    /// Looks through the whole book, and does what follows from it.
    void lookThrough();

private:
    void begin();
    void lookOn();
    void settle();
    void raise(const StuckCase &found);
    void withdraw(const Notice &notice);
    QSet<QString> raised() const;
    bool isOurs(const Notice &notice) const;

    const EventLog &m_log;
    const Clock &m_clock;
    std::function<bool()> m_mayTell;
    Append m_append;
    Options m_options;
    std::optional<StuckPass> m_pass; ///< while one is under way
    QTimer m_timer;
    QTimer m_nextSlice;
};

} // namespace pressboard::server
