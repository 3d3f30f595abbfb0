// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/search/custom_text.h"

#include <QLocale>

namespace pressboard::client {

QString plainText(const CustomValue &value)
{
    if (const double *number = value.number())
        return QString::number(*number, 'f', QLocale::FloatingPointShortest);
    return value.text() ? *value.text() : QString();
}

} // namespace pressboard::client
