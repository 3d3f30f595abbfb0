// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <memory>
#include <vector>

/// Open sockets that the calling thread's event loop listens to, and that never say anything.
class IdleSockets
{
public:
    /// As many as asked for, or as the limit on descriptors allows.
    explicit IdleSockets(int count);
    ~IdleSockets();
    Q_DISABLE_COPY_MOVE(IdleSockets)

    int count() const { return int(m_notifiers.size()); }

private:
    std::vector<std::unique_ptr<QSocketNotifier>> m_notifiers;
};
