// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace pressboard::server {

/// What a known field may be. Fields that no table names are data we do not know: kept as sent.
struct FieldRule
{
    enum class Kind {
        Id, ///< an order's or a step's: CrmId
        PersonId, ///< the same of a person, always as text
        Integer, ///< from `min` to `max`, as people write it: 1,500
        Text, ///< numbers become text
        Status, ///< 1 to 4; 0 is any other, whose word is in `status_display`
        Flag,
        Moment, ///< in the wire's form, UTC
        Date, ///< yyyy-MM-dd
        Word, ///< one of `words`, in any case, or what means it
        Position, ///< a stream ID
        Ids, ///< a list of them
        Steps, ///< a list of objects with the fields of a progress_notification
        Key, ///< a publisher's own name for a notice
        Alarm, ///< true, or an object (shared/state/alarm.h)
    };

    /// What publishers write for one of the words.
    struct Synonym
    {
        QStringView said; ///< as plainWord() has it
        QLatin1StringView word;
    };

    QLatin1StringView name;
    Kind kind = Kind::Text;
    bool required = false;
    qint64 min = 0;
    qint64 max = 0;
    std::span<const QLatin1StringView> words = {};
    std::span<const Synonym> synonyms = {};
    int maxLength = 0; ///< of a row's text, UTF-16 units; what is longer is cut
    /// How a person would say what is expected; made from the kind when empty.
    QLatin1StringView expected = {};
};

/// The known fields of an event type; none for a type that we do not know.
std::span<const FieldRule> schemaOf(const QString &type);
/// The fields of one of the steps that an imported order brings with it.
std::span<const FieldRule> importedStepSchema();

} // namespace pressboard::server
