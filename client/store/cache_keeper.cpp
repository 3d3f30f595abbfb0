// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/cache_keeper.h"

#include "client/store/store.h"

#include <QLoggingCategory>

#include <utility>

namespace pressboard::client {

Q_LOGGING_CATEGORY(lcCache, "pressboard.cache")

CacheKeeper::CacheKeeper(Store &store, Cache cache, std::chrono::milliseconds interval,
                         QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_cache(std::move(cache))
{
    connect(&store, &Store::changed, this, &CacheKeeper::noteChange);
    connect(&store, &Store::bookReplaced, this, &CacheKeeper::noteChange);
    connect(&store, &Store::synced, this, &CacheKeeper::noteChange);
    connect(&m_interval, &QTimer::timeout, this, &CacheKeeper::begin);
    connect(&m_slice, &QTimer::timeout, this, &CacheKeeper::goOn);
    m_interval.start(interval);
}

void CacheKeeper::setCache(Cache cache)
{
    m_slice.stop();
    m_writer.reset();
    m_cache = std::move(cache);
}

void CacheKeeper::saveNow()
{
    m_slice.stop();
    const bool hasChanged = m_changed || m_writer;
    m_writer.reset();
    m_changed = false;
    if (hasChanged && isWorthSaving())
        report(m_cache.save(m_store.image()));
}

void CacheKeeper::begin()
{
    if (!m_changed || m_writer || !isWorthSaving())
        return;
    m_changed = false;
    m_writer.emplace(m_cache.path(), m_cache.key(), m_store.image());
    m_slice.start(0);
}

void CacheKeeper::goOn()
{
    if (m_writer->writeSome())
        return;
    m_slice.stop();
    report(m_writer->finish());
    m_writer.reset();
}

/// A book that never was in sync is nothing to start from.
bool CacheKeeper::isWorthSaving() const
{
    return !m_store.book().epoch.isEmpty();
}

void CacheKeeper::report(const std::optional<Error> &error)
{
    if (error)
        qCWarning(lcCache).noquote() << error->message;
    else
        Q_EMIT saved();
}

} // namespace pressboard::client
