// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <functional>

namespace pressboard::server::redis {

/// Does a name still lead to the address that a connection was made to? A name that moved (another
/// machine has taken over) is followed although the old connection lives. Asked beside the event
/// loop, since a lookup may take seconds; each answer is also what the next connection goes by,
/// instead of the one that Qt would remember for a minute.
class NameWatch : public QObject
{
    Q_OBJECT
public:
    using Addresses = QList<QHostAddress>;
    /// Blocks; called from another thread. Empty: nobody knows the name at the moment.
    using Resolve = std::function<Addresses(const QString &name)>;

    /// Two answers in a row are needed: a name may have more addresses than it tells at once.
    static constexpr std::chrono::milliseconds interval{1500};

    explicit NameWatch(QObject *parent = nullptr);
    /// Waits for a lookup that is under way.
    ~NameWatch() override;

    void setResolve(Resolve resolve) { m_resolve = std::move(resolve); }
    /// From now on; an address instead of a name needs no watching. `connected`: null while there
    /// is no connection, which is when the answer only helps the next one.
    void start(const QString &name, std::function<QHostAddress()> connected);
    void stop();

    static Addresses resolveNow(const QString &name);

Q_SIGNALS:
    void moved(); ///< it leads elsewhere

private:
    void ask();
    void take(const Addresses &addresses);

    Resolve m_resolve = resolveNow;
    std::function<QHostAddress()> m_connected;
    QString m_name;
    QTimer m_timer;
    QThreadPool m_thread;
    bool m_asking = false;
    int m_elsewhere = 0; ///< answers in a row that lack the address
};

} // namespace pressboard::server::redis
