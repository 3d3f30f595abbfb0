// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace pressboard::client {

class Theme;

/// 单号/客户/产品，可扫码: wherever one types or scans, it lands here.
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const Theme &theme, QWidget *parent = nullptr);

    /// Takes the focus for a new search.
    void beginTyping();
    /// Moves the keyboard here and types these letters: they were typed elsewhere. Replaces what
    /// the last search was for.
    void insertTyped(const QString &letters);
    /// What it says while it is empty, and the tooltip: of another search than the header's.
    void setHint(const QString &hint, const QString &tip);

Q_SIGNALS:
    void cleared(bool hadText); ///< by Esc

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void applySizes();
    void retranslate();
    /// Its icon says enough where the words have no room.
    void applyPlaceholder();

    const Theme &m_theme;
    QString m_hint; ///< empty: the header's own words
    QString m_tip;
};

} // namespace pressboard::client
