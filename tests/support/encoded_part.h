// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"
#include "shared/protocol/snapshot_encoder.h"

namespace pressboard::test {

/// One part of a snapshot as a server sends it. Its rows must fit into one.
inline QByteArray encodedPart(const protocol::SnapshotPart &part)
{
    protocol::SnapshotEncoder encoder;
    for (const Order &order : part.orders)
        encoder.add(order);
    for (const Notice &notice : part.notices)
        encoder.add(notice);
    const QList<QByteArrayList> frames = encoder.parts(part.part - 1, part.parts - part.part);
    Q_ASSERT(frames.size() == 1);
    return frames.first().join();
}

} // namespace pressboard::test
