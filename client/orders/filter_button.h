// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/icon.h"

#include <QAbstractButton>

class QMenu;

namespace pressboard::client {

class Theme;

/// A quiet button of the filter bar: 处理中 42 as one of a few, 交期 with a menu, or a chip that
/// says what the list is narrowed to. Checked or narrowing, it is bold on the fill of a selection.
class FilterButton final : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Kind {
        Choice, ///< one of a few, exclusive in its parent
        Menu, ///< opens a menu below
        Action,
        Chip, ///< a click takes the narrowing away
    };

    FilterButton(const Theme &theme, Kind kind, QWidget *parent = nullptr);

    void setWords(const QString &words, const QString &count = {});
    void setMark(const Icon &icon);
    /// Shows that it narrows the list.
    void setActive(bool active);
    /// Filled by whoever made the button, at the moment it opens; owned by the button.
    QMenu &menu();

    QSize sizeHint() const override;
    /// Chips give way, the others do not.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool isFilled() const { return m_active || isChecked() || m_kind == Kind::Chip; }
    int padding() const;
    int trailingWidth() const;
    void openMenu();
    void paintGround(QPainter &painter) const;

    const Theme &m_theme;
    Kind m_kind;
    Icon m_icon;
    QString m_count;
    bool m_active = false;
    QMenu *m_menu = nullptr;
};

} // namespace pressboard::client
