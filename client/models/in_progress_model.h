// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_list_model.h"
#include "shared/base/crm_id.h"

namespace pressboard::client {

/// 进行中工序: what runs now. What runs for more than a day was most likely forgotten to be
/// reported and stands in a list of its own: 超过24小时未报完工. But not when it is overdue or must
/// stop: that is never folded away.
class InProgressModel final : public BoardListModel
{
    Q_OBJECT
public:
    static constexpr std::chrono::hours forgottenAfter{24};
    enum class Part { Running, Unreported };

    InProgressModel(const BoardScope &scope, Part part, QObject *parent = nullptr);

    QSet<CrmId> outgrown() const override;

protected:
    QList<BoardEntry> entriesOf(const Order &order) const override;

private:
    bool belongs(const BoardEntry &entry) const;

    Part m_part;
};

} // namespace pressboard::client
