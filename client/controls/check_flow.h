// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QCheckBox;

namespace pressboard::client {

class Theme;

/// Names with a check box each, in as many equal columns as there is room for: any of them.
class CheckFlow : public QWidget
{
    Q_OBJECT
public:
    explicit CheckFlow(const Theme &theme, int mostColumns = 4, QWidget *parent = nullptr);

    void setNames(const QStringList &names, const QStringList &checked);
    QStringList names() const;
    void setChecked(const QStringList &names);
    QStringList checked() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void changed();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QSize boxSize() const; ///< of the widest
    int columnsIn(int width) const;
    int heightOf(int columns) const;
    void layOut();

    const Theme &m_theme;
    int m_mostColumns;
    QList<QCheckBox *> m_boxes;
};

} // namespace pressboard::client
