// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"
#include "shared/base/stream_id.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringView>

namespace pressboard {

/// Writes JSON from left to right: compact, UTF-8, strings escaped as QJsonDocument does it. What
/// is written goes straight to its text, without objects in between: every event and every row of
/// a checkpoint comes by here, and to build a QJsonDocument first costs several times as much.
///
/// The caller opens and closes what he opened, and names each member; nothing checks that.
class JsonWriter
{
public:
    JsonWriter() = default;
    /// Makes room at once; a good guess spares growing.
    explicit JsonWriter(qsizetype bytes);

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();

    /// Of the member whose value comes next. A name of ours, in which nothing needs escaping.
    void name(QLatin1StringView name);
    void name(QStringView name);

    void null();
    void value(bool flag);
    void value(qint64 number);
    void value(int number) { value(qint64(number)); }
    void value(double number); ///< null when it is not finite
    void value(QStringView text);
    void value(const QString &text) { value(QStringView(text)); }
    /// A text of ours, in which nothing needs escaping.
    void value(QLatin1StringView text);
    void value(StreamId id); ///< as its text
    void value(const CrmId &id);
    void value(const char *text) = delete; // would be a bool
    void value(const QJsonValue &value);
    void value(const QJsonObject &object);
    void value(const QJsonArray &array);

    template<typename Value> void member(QLatin1StringView name, const Value &value)
    {
        this->name(name);
        this->value(value);
    }

    /// All of it, once; nothing is left here.
    QByteArray take();

private:
    void open(char bracket);
    void close(char bracket);
    /// Where the next `bytes` at most are to be written; end() says how far they went.
    char *room(qsizetype bytes);
    void end(const char *end) { m_size = end - m_text.constData(); }
    void append(QByteArrayView text);
    void separate();
    void quote(QStringView text);
    void quote(QLatin1StringView text);
    template<typename Value> void any(const Value &value);

    QByteArray m_text; ///< with room behind what is written
    qsizetype m_size = 0;
    bool m_needsComma = false;
};

QByteArray toText(const QJsonObject &object);

} // namespace pressboard
