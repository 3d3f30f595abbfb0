// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/text/breakable.h"

namespace pressboard::client {

QString breakable(QString text)
{
    constexpr QChar placeToBreak(0x200b);
    for (const QChar separator : {u'/', u'\\', u'_', u'-'})
        text.replace(separator, QString(separator) + placeToBreak);
    return text;
}

} // namespace pressboard::client
