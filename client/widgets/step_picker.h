// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QCheckBox;

namespace pressboard::client {

class Theme;

/// 我的工序: check boxes of the shop's steps, many or none.
class StepPicker final : public QWidget
{
    Q_OBJECT
public:
    explicit StepPicker(const Theme &theme, QWidget *parent = nullptr);

    /// The real steps of a printing shop, in the order of the work.
    static QStringList knownSteps();
    /// Steps that are not among the known ones get a box of their own.
    void setChosen(const QStringList &steps);
    QStringList chosen() const;

Q_SIGNALS:
    void changed();

private:
    void addStep(const QString &step);

    const Theme &m_theme;
    QList<QCheckBox *> m_boxes;
};

} // namespace pressboard::client
