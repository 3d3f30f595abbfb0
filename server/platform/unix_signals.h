// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace pressboard::server::platform {

/// SIGTERM, SIGINT and SIGHUP as Qt signals, emitted from the event loop. One object a process, as
/// the signals themselves are; while it lives their default action is off, afterwards it is back.
/// Where there are no such signals it never emits.
class UnixSignals : public QObject
{
    Q_OBJECT
public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    /// SIGTERM or SIGINT: somebody wants this process to end. Again for each further one.
    void stopRequested();
    /// SIGHUP: somebody changed something outside, and wants it read again.
    void reloadRequested();

private:
    void readNext();

    QSocketNotifier *m_notifier = nullptr;
};

} // namespace pressboard::server::platform
