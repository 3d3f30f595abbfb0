// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"

#include <QWidget>

namespace pressboard::client {

struct LinkFacts;

/// What opens at the window's right side, beside the pages or over them: 通知 and 动态. As with
/// pages, the window knows none by name and carries what it wants to whoever can do it.
class SidePanel : public QWidget
{
    Q_OBJECT
public:
    enum class View { Notices, Activity };
    static constexpr int wide = 360; ///< of the design

    using QWidget::QWidget;

    virtual void showView(View view) = 0;
    virtual View view() const = 0;
    /// Gives the keyboard to the list that is shown.
    virtual void focusList() = 0;
    /// Anything it shows may be different now; called each second, too, while it is open.
    virtual void refresh(const LinkFacts &link) = 0;

Q_SIGNALS:
    void orderChosen(CrmId orderId);
    void typed(const QString &letters); ///< on something that takes no text: meant for the search
    void closeRequested();
};

} // namespace pressboard::client
