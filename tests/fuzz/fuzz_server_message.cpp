// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/store.h"
#include "shared/protocol/codec.h"
#include "tests/support/manual_clock.h"

#include <cstdlib>

using namespace pressboard;
using namespace pressboard::client;

/// What a server, or whoever stands in its place, says to a desk: a line is a text frame, and one
/// that begins with "=" a binary one. The desk's store lives, whatever it was.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    static const test::ManualClock clock;
    Store store(clock);
    for (const QByteArray &line : input.split('\n')) {
        const auto message = line.startsWith('=') ? protocol::decodeServerBinary(line.sliced(1))
                                                  : protocol::decodeServer(line);
        if (message)
            store.handle(*message);
        else if (message.error().message.isEmpty())
            std::abort();
    }
    store.now();
    store.boardNow();
    store.image();
    return 0;
}
