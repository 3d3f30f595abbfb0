// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/event_dispatcher.h"

#include <QCoreApplication>

#ifdef Q_OS_LINUX
#include "server/platform/epoll_dispatcher.h"

#include <memory>
#endif

namespace pressboard::server::platform {

void installEventDispatcher()
{
#ifdef Q_OS_LINUX
    auto dispatcher = std::make_unique<EpollDispatcher>();
    if (dispatcher->isValid())
        QCoreApplication::setEventDispatcher(dispatcher.release());
#endif
}

} // namespace pressboard::server::platform
