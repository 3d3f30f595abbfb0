// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/viewer.h"

namespace pressboard::server {

Viewer Viewer::reducedTo(const QSet<QString> &named) const
{
    Viewer reduced{dialect, viewOrders, textIds, {}, alarms};
    for (const QString &group : named) {
        if (groups.contains(group))
            reduced.groups.insert(group);
    }
    return reduced;
}

size_t qHash(const Viewer &viewer, size_t seed)
{
    return qHashMulti(seed, int(viewer.dialect), viewer.viewOrders, viewer.textIds, viewer.alarms,
                      viewer.groups);
}

static bool mayKnow(FrameKind kind, const Viewer &viewer)
{
    switch (kind) {
    case FrameKind::Order:
    case FrameKind::Numbers:
        return viewer.viewOrders;
    case FrameKind::Notice:
    case FrameKind::Source:
        return true;
    case FrameKind::Settlement:
        return viewer.alarms;
    case FrameKind::Silent:
        break;
    }
    return false;
}

QByteArrayView textFor(const RingEntry &entry, const Viewer &viewer)
{
    if (!mayKnow(entry.kind, viewer))
        return {};
    const bool sees = entry.after.admits(viewer.groups);
    if (viewer.isClassic())
        return sees ? QByteArrayView(entry.classic) : QByteArrayView();
    const bool isPlain = entry.hasTextIds && !viewer.textIds;
    if (entry.before == entry.after)
        return sees ? QByteArrayView(isPlain ? entry.plain->text : entry.text) : QByteArrayView();
    const bool saw = entry.before.admits(viewer.groups);
    if (saw && sees)
        return isPlain ? entry.plain->text : entry.text;
    if (sees)
        return isPlain ? entry.plain->gained : entry.gained;
    if (saw)
        return isPlain ? entry.plain->lost : entry.lost;
    return {};
}

} // namespace pressboard::server
