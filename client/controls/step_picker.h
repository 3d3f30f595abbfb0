// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/check_flow.h"

namespace pressboard::client {

/// 我的工序: check boxes of the shop's steps, many or none.
class StepPicker final : public CheckFlow
{
    Q_OBJECT
public:
    explicit StepPicker(const Theme &theme, QWidget *parent = nullptr);

    /// The usual steps of a printing shop, in the order of the work.
    static QStringList knownSteps();
    /// This shop's own steps in place of the usual ones; empty: they are not known yet.
    void setOffered(const QStringList &steps);
    /// Steps that are not offered get a box of their own.
    void setChosen(const QStringList &steps);
    QStringList chosen() const { return checked(); }
};

} // namespace pressboard::client
