// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/page.h"

namespace pressboard::client {

class SegmentedControl;
class StationDesk;
class StationLines;
class Store;
class Theme;
class TitleButton;

/// 终端, for who may manage: who is on, since when, with which version; a wall that went dark and
/// desks that run an old version first. Renames, and forgets what will not come back.
class StationsPage final : public Page
{
    Q_OBJECT
public:
    /// All must outlive the page.
    StationsPage(const Theme &theme, const Store &store, StationDesk &desk,
                 QWidget *parent = nullptr);

    QString title() const override;
    bool isOffered() const override;
    bool isSearchable() const override { return false; }
    void refresh(const LinkFacts &link) override;

    StationLines &lines() const { return *m_lines; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void sayCounts();
    void layOut();
    void rename();
    void forget();
    QRect panel() const;

    const Theme &m_theme;
    const Store &m_store;
    StationDesk &m_desk;
    SegmentedControl *m_shown;
    TitleButton *m_rename;
    TitleButton *m_forget;
    StationLines *m_lines;
    QString m_sentence;
    QString m_problem; ///< of the last change
};

} // namespace pressboard::client
