// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/snapshot.h"

#include <QJsonObject>

namespace pressboard::protocol {

/// An order or a notice as clients get it. Who else sees it is no client's business.
template<typename Row>
QJsonObject clientRow(const Row &row)
{
    QJsonObject object = pressboard::toJson(row);
    object.remove(QLatin1StringView("groups"));
    return object;
}

} // namespace pressboard::protocol
