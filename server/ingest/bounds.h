// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"
#include "shared/state/event.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QStringList>

#include <optional>

/// The bounds of PROTOCOL.md, section 9, that hold for every event, known or not.
namespace pressboard::server::bounds {

/// Can there be something in this JSON text that fitted() would change, or refuse? Told from its
/// bytes, which are no fewer than those of what they stand for.
bool mayNotFit(QByteArrayView json);
/// Cuts texts that are too long, and leaves out members whose name is; notes each. The error is
/// about nesting, and names the member. Bytes are counted by who has them: see validate.cpp.
Result<QJsonObject> fitted(const QJsonObject &data, QList<Oddity> &oddities);
std::optional<Error> checkSize(qsizetype dataBytes);
std::optional<Error> checkGroups(const QStringList &groups);

} // namespace pressboard::server::bounds
