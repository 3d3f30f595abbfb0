// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/custom_words.h"

#include "client/models/format.h"
#include "shared/base/time.h"

namespace pressboard::client::format {

QString customValue(const CustomField &field, const CustomValue &value)
{
    if (field.type == CustomField::Type::Date && value.text())
        return date(dateFromText(*value.text()));
    return plainText(value);
}

QString customFact(const CustomField &field, const CustomValue &value)
{
    if (field.type == CustomField::Type::Date && value.text())
        return dateWithDay(dateFromText(*value.text()));
    return plainText(value);
}

} // namespace pressboard::client::format
