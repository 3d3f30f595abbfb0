// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/due_columns.h"
#include "client/answers/finished_columns.h"
#include "client/answers/on_time_weeks.h"
#include "client/charts/column_data.h"

#include <QCoreApplication>

namespace pressboard::client {

/// The three answers that are columns, in words and fills.
class AnswerColumns
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::AnswerColumns)
public:
    static ColumnData of(const DueColumns &answer);
    static ColumnData of(const FinishedColumns &answer, const QTimeZone &zone);
    static ColumnData of(const OnTimeWeeks &answer);

    /// What a column stands for: 12-01 周二; 10:00–11:00.
    static QString name(const DueColumns::Column &column);
    static QString name(const FinishedColumns::Column &column, TimeRange range,
                        const QTimeZone &zone);
    static QString name(const OnTimeWeeks::Week &week);

private:
    static ColumnData::Column dueColumn(const DueColumns &answer, int index);
    static QString dueText(const DueColumns::Column &column);
    static QString dueNote(const DueColumns &answer);
    static QString finishedText(const FinishedColumns &answer,
                                const FinishedColumns::Column &column, const QTimeZone &zone);
    static QString onTimeText(const OnTimeWeeks::Week &week);
};

} // namespace pressboard::client
