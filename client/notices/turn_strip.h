// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"

#include <QWidget>

class QVBoxLayout;

namespace pressboard::client {

class OrderActions;
class Store;
class Theme;

/// Over the notices: the steps whose turn has come on this station, until somebody looked at them.
/// A click opens the order. Not there while there is none.
class TurnStrip final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int most = 5; ///< named one by one; of the others it says how many

    /// All must outlive it.
    TurnStrip(const Theme &theme, const Store &store, OrderActions &actions,
              QWidget *parent = nullptr);

    /// What stands there, line by line.
    QStringList lines() const;

Q_SIGNALS:
    void orderChosen(CrmId orderId);
    /// Another height, or none at all.
    void resized();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString sentence(CrmId orderId, CrmId progressId) const;
    void addLine(const QString &text, CrmId orderId);

    const Theme &m_theme;
    const Store &m_store;
    OrderActions &m_actions;
    QVBoxLayout *m_column;
};

} // namespace pressboard::client
