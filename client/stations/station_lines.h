// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace pressboard::client {

class StationLineDelegate;
class StationTable;
class Store;
class Theme;

/// The lines of 终端.
class StationLines final : public QListView
{
    Q_OBJECT
public:
    /// All must outlive it.
    StationLines(const Theme &theme, const Store &store, StationTable &table,
                 QWidget *parent = nullptr);

    QString currentId() const; ///< empty: none is chosen
    const StationLineDelegate &delegate() const { return *m_delegate; }

Q_SIGNALS:
    void chosen(); ///< another line, or none
    void renameWanted(); ///< F2, Enter, a double click
    void typed(const QString &letters);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &letters) override { Q_EMIT typed(letters); }

private:
    void applyTheme();

    const Theme &m_theme;
    StationTable &m_table;
    StationLineDelegate *m_delegate;
    QString m_current; ///< over a reset
};

} // namespace pressboard::client
