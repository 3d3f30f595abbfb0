// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/cache.h"
#include "client/store/cache_writer.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace pressboard::client {

class Store;

/// Keeps the cache close behind the store: every half minute in which something changed, in slices
/// between which the board paints, and once more at the end.
class CacheKeeper : public QObject
{
    Q_OBJECT
public:
    /// `store` must outlive this.
    CacheKeeper(Store &store, Cache cache,
                std::chrono::milliseconds interval = std::chrono::seconds(30),
                QObject *parent = nullptr);

    /// Another server or access code from now on.
    void setCache(Cache cache);
    /// At the end of the program: all at once, unless nothing changed.
    void saveNow();

Q_SIGNALS:
    void saved();

private:
    void noteChange() { m_changed = true; }
    void begin();
    void goOn();
    bool isWorthSaving() const;
    void report(const std::optional<Error> &error);

    Store &m_store;
    Cache m_cache;
    QTimer m_interval;
    QTimer m_slice;
    bool m_changed = false;
    std::optional<CacheWriter> m_writer;
};

} // namespace pressboard::client
