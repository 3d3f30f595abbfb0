// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/calls/call_desk.h"

#include <QWidget>

namespace pressboard::client {

class BigStyle;
class CallBlock;

/// What one can call for, and what became of a call: blocks that a glove hits, or digits.
class CallSheet final : public QWidget
{
    Q_OBJECT
public:
    /// `style` must outlive the sheet.
    explicit CallSheet(const BigStyle &style, QWidget *parent = nullptr);

    /// It shows what `calls` does, which must outlive it.
    void follow(CallDesk &calls);
    /// Comes up by itself when somebody comes: there is no toast.
    void setPopsUp(bool popsUp) { m_popsUp = popsUp; }
    /// What is called for from here; a call that stands is shown instead.
    void open(const CallContext &from);
    /// A digit calls, Esc takes back and closes. False: the key means nothing here.
    bool press(int key);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void choose(qsizetype index);
    void close();
    void layOut();
    QString title() const;
    QString sentence() const;
    CallBlock *addBlock(const QString &text);

    const BigStyle &m_style;
    CallDesk *m_calls = nullptr;
    CallContext m_from;
    bool m_popsUp = false;
    QList<CallBlock *> m_blocks;
};

} // namespace pressboard::client
