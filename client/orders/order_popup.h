// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"

#include <QDialog>
#include <QTimer>

class QStackedLayout;
class QVBoxLayout;

namespace pressboard::client {

class OrderActions;
class OrderDetail;
class Store;
class TextLabel;
class Theme;

/// One order in a window of its own: where no page has room to show it beside its lists, and
/// whatever was scanned. What is shown next replaces what is shown now. It comes up over the window
/// that is in use, a dialog too, and can be used there.
class OrderPopup final : public QDialog
{
    Q_OBJECT
public:
    /// How long it says that nothing has a code.
    static constexpr std::chrono::seconds missingShown{5};

    /// All must outlive it.
    OrderPopup(const Theme &theme, const Store &store, const OrderActions &actions,
               QWidget *parent = nullptr);

    void showOrder(CrmId orderId);
    /// No order has the scanned `code`; goes away by itself, and back to the order before.
    void showMissing(const QString &code);
    /// Several orders have the scanned `code`: asks which.
    void showChoice(const QString &code, const QList<CrmId> &orderIds);

    CrmId orderId() const; ///< none: none is shown
    bool isMissingShown() const;

private:
    QWidget *makeSaying();
    void fillChoice(const QList<CrmId> &orderIds);
    QString choiceText(CrmId orderId) const;
    void say(const QString &title, const QString &text);
    void leaveMissing();
    void nameIt();
    void bringUp();

    const Theme &m_theme;
    const Store &m_store;
    QStackedLayout *m_stack;
    OrderDetail *m_detail;
    TextLabel *m_title;
    TextLabel *m_text;
    QVBoxLayout *m_choices;
    QWidget *m_saying; ///< the three above, instead of an order
    QTimer m_missing;
    bool m_hadOrder = false; ///< before the code that nothing has
};

} // namespace pressboard::client
