// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/platform/direct_send.h"

#include <QtGlobal>

#include <algorithm>
#include <functional>

namespace pressboard::test {

/// The kernel in a bad mood: a platform::DirectSend that takes only as much as the test says, and
/// counts what it did. There is one at a time, because a DirectSend is a plain function.
class Limiter
{
public:
    /// How many bytes of so many the socket takes; more than all of them is all.
    using Allowance = std::function<qsizetype(qsizetype size)>;
    using Watch = std::function<void(qintptr socket, QByteArrayView bytes)>;

    explicit Limiter(Allowance allowance = {})
        : allow(std::move(allowance))
    {
        Q_ASSERT(!s_current);
        s_current = this;
    }
    ~Limiter() { s_current = nullptr; }
    Q_DISABLE_COPY_MOVE(Limiter)

    static qsizetype send(qintptr socket, QByteArrayView bytes)
    {
        return s_current ? s_current->sendLimited(socket, bytes)
                         : server::platform::sendDirectly(socket, bytes);
    }

    Allowance allow; ///< none: whatever the kernel takes
    Watch watch; ///< sees every call before anything is sent
    int calls = 0;
    int refusals = 0; ///< calls of which nothing was taken
    int cuts = 0; ///< calls of which some was taken, and not all

private:
    qsizetype sendLimited(qintptr socket, QByteArrayView bytes)
    {
        ++calls;
        if (watch)
            watch(socket, bytes);
        const qsizetype allowed =
            allow ? std::min(allow(bytes.size()), bytes.size()) : bytes.size();
        const qsizetype sent =
            allowed > 0 ? server::platform::sendDirectly(socket, bytes.first(allowed)) : 0;
        if (sent == 0)
            ++refusals;
        else if (sent < bytes.size())
            ++cuts;
        return sent;
    }

    static inline Limiter *s_current = nullptr;
};

} // namespace pressboard::test
