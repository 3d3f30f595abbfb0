// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace pressboard::client {

class Theme;

/// An address that leads out of the program: in the colour of links, cut where it is too long, and
/// whole in the tooltip. It only says that it was pressed.
class LinkButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit LinkButton(const Theme &theme, QWidget *parent = nullptr);

    /// Not its text: there an & would be a key.
    void setAddress(const QString &address);
    const QString &address() const { return m_address; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_address;
};

} // namespace pressboard::client
