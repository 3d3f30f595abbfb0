// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/calls/call_sheet.h"

#include <QDialog>

namespace pressboard::client {

class Theme;

/// 呼叫 on a desk: the station's sheet, at the size of a dialog.
class CallDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Both must outlive it.
    CallDialog(const Theme &theme, CallDesk &calls, const CallContext &from,
               QWidget *parent = nullptr);
    ~CallDialog() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::unique_ptr<BigStyle> m_style;
    CallSheet *m_sheet;
};

} // namespace pressboard::client
