// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/wake_up.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace pressboard::server::platform {

// Both atomics keep to one order over all threads (the default): of a caller who sets m_called and
// then looks at m_armed, and a loop which does the reverse, one always sees the other.

WakeUp::WakeUp()
    : m_descriptor(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
}

WakeUp::~WakeUp()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void WakeUp::call()
{
    if (!m_called.exchange(true) && m_armed)
        ::eventfd_write(m_descriptor, 1);
}

bool WakeUp::arm()
{
    m_armed = true;
    return !m_called;
}

bool WakeUp::wait(std::chrono::milliseconds timeout) const
{
    pollfd calls = {m_descriptor, POLLIN, 0};
    return ::poll(&calls, 1, int(timeout.count())) > 0;
}

bool WakeUp::disarm(bool readable)
{
    m_armed = false;
    // A call between these two reads leaves the flag set and costs one turn of the loop too many;
    // the other way round it would be lost.
    const bool called = m_called.exchange(false);
    eventfd_t calls = 0;
    if (readable)
        ::eventfd_read(m_descriptor, &calls);
    return called || readable;
}

} // namespace pressboard::server::platform
