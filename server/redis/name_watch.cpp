// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/name_watch.h"

#include <QHostInfo>

#include <algorithm>
#include <utility>

namespace pressboard::server::redis {

NameWatch::NameWatch(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &NameWatch::ask);
}

NameWatch::~NameWatch()
{
    m_thread.waitForDone(); // it answers to this object
}

void NameWatch::start(const QString &name, std::function<QHostAddress()> connected)
{
    m_name = name;
    m_connected = std::move(connected);
    m_elsewhere = 0;
    if (!name.isEmpty() && QHostAddress(name).isNull())
        m_timer.start();
}

void NameWatch::stop()
{
    m_timer.stop();
}

/// Unlike QHostInfo::lookupHost() it never answers from memory; but what it finds is what that and
/// the sockets then remember.
NameWatch::Addresses NameWatch::resolveNow(const QString &name)
{
    return QHostInfo::fromName(name).addresses();
}

void NameWatch::ask()
{
    if (std::exchange(m_asking, true))
        return;
    m_thread.start([this, name = m_name, resolve = m_resolve] {
        const Addresses addresses = resolve(name);
        QMetaObject::invokeMethod(
            this, [this, addresses] { take(addresses); }, Qt::QueuedConnection);
    });
}

void NameWatch::take(const Addresses &addresses)
{
    m_asking = false;
    const QHostAddress connected = m_timer.isActive() ? m_connected() : QHostAddress();
    const bool isThere = std::ranges::any_of(addresses, [&](const QHostAddress &address) {
        return address.isEqual(connected, QHostAddress::TolerantConversion);
    });
    const bool isElsewhere = !connected.isNull() && !addresses.isEmpty() && !isThere;
    m_elsewhere = isElsewhere ? m_elsewhere + 1 : 0;
    if (m_elsewhere < 2)
        return;
    m_elsewhere = 0;
    Q_EMIT moved();
}

} // namespace pressboard::server::redis
