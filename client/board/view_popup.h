// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/row_choices.h"
#include "client/models/row_view.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace pressboard::client {

class CheckFlow;
class Theme;

/// How a list is filtered and sorted: 工序, 操作员, 封面/内文 and the order of its rows. Every
/// change shows at once behind it.
class ViewPopup final : public QFrame
{
    Q_OBJECT
public:
    explicit ViewPopup(const Theme &theme, QWidget *parent = nullptr);

    struct Offer
    {
        RowChoices choices;
        QStringList mySteps; ///< 我的工序; may be empty
        QList<RowSort::By> sorts; ///< what the list has columns for
        bool isRunning = false; ///< its time is 已用时, not 待开始
    };
    void openBelow(const QPoint &point, const RowView &view, const Offer &offer);
    const RowView &view() const { return m_view; }

Q_SIGNALS:
    void viewChanged(const pressboard::client::RowView &view);

private:
    void build();
    QLabel *addHeading(QVBoxLayout &column);
    void fill(const Offer &offer);
    void retranslate(const Offer &offer);
    QString nameOf(RowSort::By by, bool isRunning) const;
    void applyChoices();
    void narrow(const RowFilter &filter);

    const Theme &m_theme;
    RowView m_view;
    QStringList m_mySteps;
    QLabel *m_stepsHeading;
    CheckFlow *m_steps;
    QLabel *m_operatorsHeading;
    CheckFlow *m_operators;
    QComboBox *m_category;
    QLabel *m_sortHeading;
    QComboBox *m_sort;
    QCheckBox *m_descending;
    QPushButton *m_mine;
    QPushButton *m_all;
};

} // namespace pressboard::client
