// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>
#include <utility>

namespace pressboard::server {

class Histogram;

/// Prometheus' text format 0.0.4, a family after the other. Names are ours and right by
/// construction; what stands in labels and HELP is escaped.
class Exposition
{
public:
    static constexpr char contentType[] = "text/plain; version=0.0.4; charset=utf-8";

    using Labels = std::initializer_list<std::pair<const char *, QByteArray>>;

    /// Begins a family; what follows are its samples. A counter's name ends with _total.
    Exposition &counter(const char *name, const char *help);
    Exposition &gauge(const char *name, const char *help);

    Exposition &sample(qint64 value, Labels labels = {});
    Exposition &sample(quint64 value, Labels labels = {});
    Exposition &sample(int value, Labels labels = {}) { return sample(qint64(value), labels); }
    Exposition &sample(bool value) { return sample(qint64(value ? 1 : 0)); }
    Exposition &sample(double value, Labels labels = {});

    /// A whole family, in seconds.
    Exposition &histogram(const char *name, const char *help, const Histogram &histogram);

    const QByteArray &text() const { return m_text; }

private:
    void begin(const char *name, const char *help, const char *type);
    void add(QByteArrayView suffix, Labels labels, const QByteArray &value);

    QByteArray m_text;
    QByteArray m_name; ///< of the family that was begun
};

} // namespace pressboard::server
