// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/decoders.h"

namespace pressboard::protocol::decoders {

Decoded checked(const ObjectReader &reader, ServerMessage message)
{
    if (!reader.ok())
        return reader.error();
    return message;
}

void adoptError(ObjectReader &outer, QLatin1StringView key, const ObjectReader &inner)
{
    if (!inner.ok())
        outer.fail(key, inner.error().message);
}

static std::optional<Loss> nestedLoss(ObjectReader &outer)
{
    const QLatin1StringView key("loss");
    if (outer.isAbsent(key))
        return std::nullopt;
    ObjectReader reader(outer.object(key));
    const Loss loss{reader.moment(QLatin1StringView("from")),
                    reader.moment(QLatin1StringView("to"))};
    adoptError(outer, key, reader);
    return loss;
}

Source readSource(ObjectReader &reader)
{
    const QString state = reader.text(QLatin1StringView("state"));
    if (state != QLatin1StringView("live") && state != QLatin1StringView("lost"))
        reader.fail(QLatin1StringView("state"), QLatin1StringView("live or lost"));
    const QLatin1StringView writes("writes");
    return {
        state == QLatin1StringView("lost") ? SourceState::Lost : SourceState::Live,
        reader.moment(QLatin1StringView("since")), reader.isAbsent(writes) || reader.flag(writes),
        reader.text(QLatin1StringView("cause"), ObjectReader::Need::Optional), nestedLoss(reader)};
}

Source nestedSource(ObjectReader &outer)
{
    const QLatin1StringView key("source");
    if (outer.isAbsent(key))
        return {};
    ObjectReader reader(outer.object(key));
    const Source source = readSource(reader);
    adoptError(outer, key, reader);
    return source;
}

} // namespace pressboard::protocol::decoders
