// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/quiet_span_row.h"

#include "client/theme/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QTimeEdit>

namespace pressboard::client {

namespace {

constexpr int dayWide = 30;

std::chrono::minutes minutesOf(const QTimeEdit &edit)
{
    return std::chrono::minutes(edit.time().hour() * 60 + edit.time().minute());
}

/// 24:00 has no place in such a field: midnight is the same there.
QTime timeOf(std::chrono::minutes sinceMidnight)
{
    const auto minutes = int(sinceMidnight.count()) % (24 * 60);
    return {minutes / 60, minutes % 60};
}

} // namespace

QuietSpanRow::QuietSpanRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_begin(new QTimeEdit)
    , m_end(new QTimeEdit)
    , m_remove(new QPushButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(4));
    for (QPushButton *&day : m_days) {
        day = new QPushButton;
        day->setCheckable(true);
        day->setAutoDefault(false);
        day->setFixedWidth(theme.px(dayWide));
        connect(day, &QPushButton::clicked, this, &QuietSpanRow::changed);
        row->addWidget(day);
    }
    row->addSpacing(theme.px(8));
    for (QTimeEdit *edit : {m_begin, m_end}) {
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
        connect(edit, &QTimeEdit::editingFinished, this, &QuietSpanRow::changed);
        row->addWidget(edit);
    }
    m_remove->setAutoDefault(false);
    connect(m_remove, &QPushButton::clicked, this, &QuietSpanRow::removed);
    row->addWidget(m_remove);
    row->addStretch(1);
    retranslate();
}

void QuietSpanRow::show(const WeekHours::Span &span)
{
    for (size_t day = 0; day < m_days.size(); ++day)
        m_days.at(day)->setChecked(span.days.at(day));
    m_begin->setTime(timeOf(span.begin));
    m_end->setTime(timeOf(span.end));
}

WeekHours::Span QuietSpanRow::span() const
{
    WeekHours::Span span;
    for (size_t day = 0; day < m_days.size(); ++day)
        span.days.at(day) = m_days.at(day)->isChecked();
    span.begin = minutesOf(*m_begin);
    span.end = minutesOf(*m_end);
    return span;
}

void QuietSpanRow::retranslate()
{
    const QLocale locale;
    for (int day = 1; day <= 7; ++day) {
        QPushButton *button = m_days.at(size_t(day - 1));
        button->setText(locale.standaloneDayName(day, QLocale::NarrowFormat));
        button->setAccessibleName(locale.standaloneDayName(day, QLocale::LongFormat));
    }
    m_begin->setAccessibleName(tr("From"));
    m_end->setAccessibleName(tr("To"));
    m_remove->setText(tr("Remove"));
}

} // namespace pressboard::client
