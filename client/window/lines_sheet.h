// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace pressboard::client {

class Theme;

/// A dialog of lines to read, and one button that closes it.
class LinesSheet : public QDialog
{
    Q_OBJECT
protected:
    /// `theme` must outlive it.
    explicit LinesSheet(const Theme &theme, QWidget *parent = nullptr);

    void addLine(const QString &words, bool bold = false);
    /// Behind the last line. The button accepts.
    void finish(const QString &button);

private:
    const Theme &m_theme;
    QVBoxLayout *m_whole;
    QWidget *m_body; ///< of the lines
    QVBoxLayout *m_lines;
};

} // namespace pressboard::client
