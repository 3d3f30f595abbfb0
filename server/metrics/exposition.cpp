// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/exposition.h"

#include "server/metrics/histogram.h"

#include <QLocale>

namespace pressboard::server {

namespace {

QByteArray escaped(QByteArray text)
{
    return text.replace('\\', "\\\\").replace('\n', "\\n");
}

QByteArray labelValue(const QByteArray &text)
{
    return '"' + escaped(text).replace('"', "\\\"") + '"';
}

/// As short as it may be to be read as the same again; always with a point, whatever the locale.
QByteArray number(double value)
{
    return QByteArray::number(value, 'f', QLocale::FloatingPointShortest);
}

QByteArray seconds(std::chrono::microseconds time)
{
    return number(double(time.count()) / 1e6);
}

} // namespace

void Exposition::begin(const char *name, const char *help, const char *type)
{
    m_name = name;
    m_text += "# HELP " + m_name + ' ' + escaped(help) + '\n';
    m_text += "# TYPE " + m_name + ' ' + type + '\n';
}

Exposition &Exposition::counter(const char *name, const char *help)
{
    Q_ASSERT(QByteArrayView(name).endsWith("_total"));
    begin(name, help, "counter");
    return *this;
}

Exposition &Exposition::gauge(const char *name, const char *help)
{
    begin(name, help, "gauge");
    return *this;
}

void Exposition::add(QByteArrayView suffix, Labels labels, const QByteArray &value)
{
    m_text += m_name;
    m_text += suffix;
    char before = '{';
    for (const auto &[name, text] : labels) {
        m_text += before + QByteArray(name) + '=' + labelValue(text);
        before = ',';
    }
    if (labels.size() > 0)
        m_text += '}';
    m_text += ' ' + value + '\n';
}

Exposition &Exposition::sample(qint64 value, Labels labels)
{
    add({}, labels, QByteArray::number(value));
    return *this;
}

Exposition &Exposition::sample(quint64 value, Labels labels)
{
    add({}, labels, QByteArray::number(value));
    return *this;
}

Exposition &Exposition::sample(double value, Labels labels)
{
    add({}, labels, number(value));
    return *this;
}

Exposition &Exposition::histogram(const char *name, const char *help, const Histogram &histogram)
{
    begin(name, help, "histogram");
    const auto sums = histogram.cumulated();
    for (std::size_t i = 0; i < Histogram::bounds.size(); ++i)
        add("_bucket", {{"le", seconds(Histogram::bounds[i])}}, QByteArray::number(sums[i]));
    add("_bucket", {{"le", "+Inf"}}, QByteArray::number(histogram.count()));
    add("_sum", {}, seconds(histogram.sum()));
    add("_count", {}, QByteArray::number(histogram.count()));
    return *this;
}

} // namespace pressboard::server
