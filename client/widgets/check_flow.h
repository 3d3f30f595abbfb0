// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QCheckBox;
class QGridLayout;

namespace pressboard::client {

class Theme;

/// Names with a check box each, in a grid: any of them.
class CheckFlow final : public QWidget
{
    Q_OBJECT
public:
    explicit CheckFlow(const Theme &theme, QWidget *parent = nullptr);

    void setNames(const QStringList &names, const QStringList &checked);
    void setChecked(const QStringList &names);
    QStringList checked() const;

Q_SIGNALS:
    void changed();

private:
    QGridLayout *m_grid;
    QList<QCheckBox *> m_boxes;
};

} // namespace pressboard::client
