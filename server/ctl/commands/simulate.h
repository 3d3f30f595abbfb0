// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/ctl/log/book_reader.h"
#include "server/ctl/log/bulk_append.h"
#include "server/ctl/simulation/shop.h"

#include <QTimer>

#include <limits>

namespace pressboard::server::ctl {

/// `simulate`: a print shop that does not exist. First its past at full speed, then its day at
/// --rate, until --count or Ctrl-C; then its orders are taken out again, unless --keep.
class Simulate final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    void start() override;
    void stop() override;

private:
    struct Options
    {
        simulation::ShopOptions shop;
        double rate = 1; ///< live events a second
        qint64 count = std::numeric_limits<qint64>::max(); ///< of live events
        bool keep = false;
        bool force = false;
    };
    enum class Phase {
        Looking, ///< whether there are real orders
        WarmingUp, ///< the past is being written
        Living,
        Leaving, ///< the orders are being taken out
    };

    Simulate(const Tools &tools, Options options);

    void warmUp(const Book &book);
    void onWritten();
    void live();
    void tick();
    void onStored(const Result<StreamId> &stored);
    void leave();
    Event eventOf(const simulation::ShopEvent &happened) const;

    Options m_options;
    simulation::Shop m_shop;
    BookReader m_book;
    BulkAppend m_bulk;
    RedisPublisher m_publisher;
    QTimer m_timer;
    Phase m_phase = Phase::Looking;
    bool m_stopWanted = false;
    qint64 m_lived = 0; ///< live events sent
    qint64 m_unanswered = 0;
    std::chrono::milliseconds m_began{0}; ///< monotonic
};

} // namespace pressboard::server::ctl
