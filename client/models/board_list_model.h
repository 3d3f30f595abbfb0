// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_entry.h"
#include "client/models/board_scope.h"
#include "client/models/order_prefix.h"
#include "client/models/row_choices.h"
#include "client/models/row_view.h"
#include "shared/base/crm_id.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace pressboard::client {

/// A sorted list of the board. It is told which orders changed, re-reads the rows of these alone,
/// and says exactly what became of them: inserted, removed, moved, changed. So a view keeps its
/// selection and its place, and 200 changes a second cost little among 20,000 orders.
///
/// What belongs into the list, a subclass says; who is asked when, class Board.
class BoardListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Edge { None, Blue };
    /// How long a row that just changed has its blue edge.
    static constexpr std::chrono::milliseconds edgeTime{3000};

    ~BoardListModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// RowRole: the BoardRow. DisplayRole and AccessibleTextRole: the row as a sentence.
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    BoardRow row(int index) const;

    const RowView &view() const { return m_view; }
    /// Takes effect with the next reset; false when nothing is different.
    bool setView(const RowView &view);
    /// Adds what this order's rows could be narrowed to.
    virtual void addChoices(const Order &order, RowChoices &choices) const;

    /// All rows anew: begin, add every order that is shown, end.
    void beginReset();
    void add(const Order &order);
    void endReset();
    /// `shown` is null when the order is gone or not searched for. `monotonic` is the edge's begin.
    void refresh(CrmId orderId, const Order *shown, Edge edge, std::chrono::milliseconds monotonic);
    /// Orders with rows that do not belong here any more since the clock moved.
    virtual QSet<CrmId> outgrown() const { return {}; }
    /// The scope's moment moved: due badges and elapsed times are others.
    void retell();
    void dropEdges(std::chrono::milliseconds monotonic);
    bool hasEdges() const { return !m_edges.isEmpty(); }

protected:
    explicit BoardListModel(const BoardScope &scope, QObject *parent);

    const BoardScope &scope() const { return m_scope; }
    const std::vector<std::unique_ptr<BoardEntry>> &entries() const { return m_entries; }
    /// The rows of one order, at most one per step.
    virtual QList<BoardEntry> entriesOf(const Order &order) const = 0;
    /// The filter wants this row: by the step it shows.
    virtual bool passes(const Order &order, const BoardEntry &entry) const;

private:
    struct RowId
    {
        CrmId orderId;
        CrmId progressId;
        bool operator==(const RowId &) const = default;
    };
    friend size_t qHash(const RowId &id, size_t seed = 0)
    {
        return qHashMulti(seed, id.orderId, id.progressId);
    }
    static RowId idOf(const BoardEntry &entry) { return {entry.row.orderId, entry.row.progressId}; }

    QList<BoardEntry> wantedOf(const Order &order) const;
    int positionOf(const BoardEntry &entry) const;
    BoardEntry *known(const BoardEntry &entry) const;
    void insert(const BoardEntry &entry);
    bool replace(BoardEntry &old, const BoardEntry &entry);
    int assign(BoardEntry &old, const BoardEntry &entry);
    void remove(BoardEntry *entry);
    void removeVanished(CrmId orderId, const QList<BoardEntry> &kept);
    void tell(int row);
    void tellPrefix(int before);

    const BoardScope &m_scope;
    RowView m_view;
    std::vector<std::unique_ptr<BoardEntry>> m_entries; ///< by standsBefore()
    QHash<CrmId, QList<BoardEntry *>> m_ofOrder;
    OrderPrefix m_prefix;
    QHash<RowId, std::chrono::milliseconds> m_edges; ///< since when
};

} // namespace pressboard::client
